import { today } from '#lib/platform/clock.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { Catalogue } from '../catalogue.ts';
import { addressOf, keyOf } from '../item/item.ts';
import { formerNames, listIn } from '../item/about.ts';
import { type PublicItem, textsOf, titleOf } from '../item/public.ts';
import { changesOf, truthOf } from '../item/truth.ts';
import { lineOfItem, type Naming, namingOf, opening } from './line.ts';
import { finnishWord, metIn, withTerms } from './termWords.ts';
import { tellAll } from './told.ts';

/** A term as a list shows it: the Finnish word, and what it means in the fewest words. */
export type TermLine = { readonly href: string; readonly word: string; readonly meaning: Naming };
export type TermGroup = { readonly id: string; readonly name: string; readonly terms: readonly TermLine[] };

const MOST_MET = 8;
const alphabet = new Intl.Collator('fi');

/** Under the letters of the Finnish alphabet. */
export function termsByLetter(catalogue: Catalogue, lang: string): TermGroup[] {
	const groups = new Map<string, TermLine[]>();
	for (const line of linesOf(catalogue.itemsByKind.term, lang)) {
		const letter = line.word.slice(0, 1).toLocaleUpperCase('fi');
		groups.set(letter, [...(groups.get(letter) ?? []), line]);
	}
	return [...groups].map(([letter, terms]) => ({ id: letter, name: letter, terms }));
}

/** Each term once, under the first of its topics. */
export function termsByTopic({ topics, itemsByKind }: Catalogue, lang: string): TermGroup[] {
	const about = (topic: string) => itemsByKind.term.filter(({ about }) => listIn(about, 'topics')[0] === topic);
	return topics
		.map(({ id, names }) => ({ id, name: inLanguage(names, lang), terms: linesOf(about(id), lang) }))
		.filter(({ terms }) => terms.length > 0);
}

/** Everything the page of a term shows; undefined when there is no such term. */
export function termPage(catalogue: Catalogue, id: string, lang: string) {
	const item = catalogue.itemByKey.get(keyOf('term', id));
	if (!item) return undefined;
	const { change } = catalogue.itemsByKind;
	const told = withTerms(catalogue, tellAll(item, lang), lang, id);
	const finnish = textsOf(item, 'summary').fi;
	return {
		word: finnishWord(item),
		reading: readingIn(item, lang),
		/** What it is called in other languages, the reader's own first; not in Finnish, which is the word itself. */
		names: namesOf(item, lang),
		told: told.filter(({ kind }) => kind !== 'title'),
		easyFinnish: lang === 'fi' ? undefined : finnish,
		forms: listIn(item.about, 'forms'),
		former: formerNames(item.about),
		guides: placesOf(catalogue, item, 'guide', lang),
		services: placesOf(catalogue, item, 'service', lang),
		changes: changesOf(item.key, change).map((one) => lineOfItem(one, lang)),
		truth: truthOf(item, lang, today(), change),
	};
}

/** The Finnish word of a term, by which it is met; undefined when there is no such term. */
export function termWord({ itemByKey }: Catalogue, id: string): string | undefined {
	const item = itemByKey.get(keyOf('term', id));
	return item && finnishWord(item);
}

function linesOf(terms: readonly PublicItem[], lang: string): TermLine[] {
	return terms.map((term) => lineOf(term, lang)).sort((a, b) => alphabet.compare(a.word, b.word));
}

/** A reader of Finnish knows the word; to her its explanation is what is new. */
function lineOf(term: PublicItem, lang: string): TermLine {
	const meaning = lang === 'fi' ? { name: opening(textsOf(term, 'summary').fi ?? '') } : namingOf(term, lang);
	return { href: addressOf(term.key, lang), word: finnishWord(term), meaning };
}

function readingIn({ about: { reading } }: PublicItem, lang: string): string | undefined {
	if (typeof reading !== 'object' || reading === null) return undefined;
	const found = Object.entries(reading).find(([code]) => code === lang);
	return found && String(found[1]);
}

function namesOf(item: PublicItem, lang: string): { lang: string; name: string }[] {
	const names = Object.entries(titleOf(item)).map(([code, name]) => ({ lang: code, name }));
	const others = names.filter((one) => one.lang !== 'fi' && one.lang !== lang);
	return [...names.filter((one) => one.lang === lang && lang !== 'fi'), ...others];
}

/** The services it names itself come first, then those whose texts hold the word. */
function placesOf(catalogue: Catalogue, { id, about }: PublicItem, kind: 'guide' | 'service', lang: string) {
	const own = listIn(about, `${kind}s`).map((one) => keyOf(kind, one));
	const met = metIn(catalogue, id).filter((key) => key.startsWith(`${kind}/`));
	const items = [...new Set([...own, ...met])].flatMap((key) => catalogue.itemByKey.get(key) ?? []);
	return items.slice(0, MOST_MET).map((item) => lineOfItem(item, lang));
}
