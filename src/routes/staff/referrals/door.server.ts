import { catalogue } from '#lib/content/index.server.ts';
import { readOrganisations } from '#lib/network/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';

/** What every page of referrals needs to speak; `board` holds the words of the page between. */
export const spokenBy = ({ lang }: App.Locals) => ({
	lang,
	words: wordsOf(lang, ['referral', 'board', 'contact', 'site']),
});

/** Organisations by id, as she reads them. */
export async function organisationNames(lang: string): Promise<ReadonlyMap<string, string>> {
	const all = await readOrganisations(ground().db);
	return new Map(all.map(({ id, names }) => [id, inLanguage(names, lang)]));
}

type Named = { readonly caseId: string; readonly topic: string; readonly serviceId: string | null };

/** A referral in words. Its mark is how an office and a desk speak of it: nobody has a name here. */
export function shownIn<One extends Named>(lang: string, { topic, serviceId, ...rest }: One) {
	const { topicById, serviceById } = catalogue();
	return {
		...rest,
		mark: rest.caseId.slice(-6),
		topic: inLanguage(topicById.get(topic)?.names, lang),
		service: inLanguage(serviceById.get(serviceId ?? '')?.names, lang),
	};
}
