import { error } from '@sveltejs/kit';
import {
	plainLanguage,
	previewOf,
	publishText,
	recordOf,
	requestReview,
	reviewText,
	texts,
} from '#lib/content/index.server.ts';
import type { StaffActor } from '#lib/identity/index.server.ts';
import { today, wallTimeOf, now } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { abilitiesOf, answer, commonOf } from '../../../../door.server.ts';
import { whoMay } from '../../../../../whoMay.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = whoMay(event, 'checkContent');
	const { content, ...revision } = await revisionOr404(event.params);
	return {
		...{ ...commonOf(event.locals), ...abilitiesOf(actor), revision },
		isOwn: revision.authorId === actor.id,
		...(await recordOf(revision)),
		preview: await previewOf({ ...revision, content }),
		blocks: Array.isArray(content.blocks) ? content.blocks.map(({ id, kind }) => ({ id, kind })) : [],
		earliest: `${today()}T${wallTimeOf(now())}`,
		readerWords: wordsOf(plainLanguage(revision.lang), ['guide', 'site']),
		done: event.url.searchParams.get('done'),
	};
};

export const actions: Actions = {
	request: (event) => change(event, 'request', requestReview, 'writeContent'),
	review: (event) => change(event, 'review', reviewText, 'reviewContent'),
	publish: (event) => change(event, 'publish', publishText, 'publishContent'),
};

async function revisionOr404({ kind, id, lang, revision }: Record<'kind' | 'id' | 'lang' | 'revision', string>) {
	const found = /^\d{1,18}$/.test(revision) ? await texts(ground().db).revision(revision) : null;
	return found?.item === `${kind}/${id}` && found.lang === lang ? found : error(404);
}

type Change = (raw: unknown, actor: StaffActor) => Promise<unknown>;

async function change(event: RequestEvent, part: string, command: Change, ability: Parameters<typeof whoMay>[1]) {
	const actor = whoMay(event, ability);
	const { id, item, lang } = await revisionOr404(event.params);
	const typed = fieldsOf(await event.request.formData());
	const result = await command({ ...typed, revision: id }, actor);
	return answer(result, part, typed, `/staff/content/${item}/${lang}/${id}?done=${typed.verdict ?? part}`);
}
