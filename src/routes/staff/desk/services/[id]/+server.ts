import { catalogue, plainText, type Service } from '#lib/content/index.server.ts';
import { refused } from '#lib/platform/command.server.ts';
import { inLanguage, type Texts } from '#lib/platform/i18n/say.ts';
import { answer } from '../../../conversations/answer.server.ts';
import type { RequestHandler } from './$types';

/** A card as a helper wants it beside the conversation, in the language of the console. */
export const GET: RequestHandler = (event) =>
	answer(event, () => {
		const service = catalogue().serviceById.get(event.params.id);
		return service ? cardOf(service, event.locals.lang) : refused('missing');
	});

function cardOf(service: Service, lang: string) {
	const read = (texts: Texts | undefined): string => plainText(inLanguage(texts, lang));
	return {
		id: service.id,
		name: read(service.names),
		provider: read(service.provider),
		url: service.url,
		whatItIs: read(service.whatItIs),
		login: service.login,
		withoutCodes: service.withoutCodes ? read(service.withoutCodes) : null,
		goodToKnow: (service.goodToKnow ?? []).filter(({ doubtful }) => !doubtful).map(({ texts }) => read(texts)),
		phone: service.phone ? { number: service.phone.number, note: read(service.phone.note) } : null,
	};
}
