import { inLanguage, type Texts } from '#lib/platform/i18n/say.ts';

type Organisation = { readonly id: string; readonly names: Texts };
type Place = {
	readonly organisationId?: string;
	readonly municipality: Texts;
	readonly nationwide?: boolean;
	readonly closedOn?: string;
};

/** More would push the names out of sight. */
const MOST = 4;

/** With the towns where each has places of its own: whoever knows no names of associations looks for her town. */
export function withTowns(
	organisations: readonly Organisation[],
	places: readonly Place[],
	lang: string,
): { readonly id: string; readonly name: string }[] {
	const open = places.filter(({ closedOn, nationwide }) => !closedOn && !nationwide);
	return organisations.map(({ id, names }) => {
		const hers = open.filter(({ organisationId }) => organisationId === id);
		const towns = [...new Set(hers.map(({ municipality }) => inLanguage(municipality, lang)))].slice(0, MOST);
		return { id, name: [inLanguage(names, lang), towns.join(', ')].filter(Boolean).join(' · ') };
	});
}
