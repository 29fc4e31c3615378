import type { Catalogue } from '../catalogue.ts';
import type { ItemKey } from '../item/item.ts';
import { formerNames, listIn } from '../item/about.ts';
import { type PublicItem, titleOf } from '../item/public.ts';
import { type Run, runsOf } from '../service.ts';
import type { Told } from './told.ts';

/** Finnish words in any of their forms, and the id of the term that explains each. */
export type TermWords = ReadonlyMap<string, string>;

const FINNISH = 'fi';
const known = new WeakMap<Catalogue, TermWords>();
const met = new WeakMap<Catalogue, ReadonlyMap<string, readonly ItemKey[]>>();

export function termWords(catalogue: Catalogue): TermWords {
	const words = known.get(catalogue) ?? wordsOf(catalogue.itemsByKind.term);
	known.set(catalogue, words);
	return words;
}

/** The guides and services in which a term stands marked, or on a button. */
export function metIn(catalogue: Catalogue, term: string): readonly ItemKey[] {
	const places = met.get(catalogue) ?? placesOf(catalogue);
	met.set(catalogue, places);
	return places.get(term) ?? [];
}

/** Leads from the first marked use of each term in a text to its page. `own`: the term whose page it is. */
export function withTerms(catalogue: Catalogue, told: readonly Told[], lang: string, own?: string): Told[] {
	const link = termLinks(termWords(catalogue), lang, own);
	return told.map((one) => ({ ...one, words: linked(one.words, link) }));
}

/** Gives the links of one page: call it for its texts in reading order, each word is linked once. */
export function termLinks(words: TermWords, lang: string, own?: string): (runs: readonly Run[]) => Run[] {
	const used = new Set([own]);
	return (runs) =>
		runs.map((run) => {
			const term = run.lang === FINNISH ? words.get(folded(run.text)) : undefined;
			if (!term || used.has(term)) return run;
			used.add(term);
			return { ...run, href: `/${lang}/terms/${term}` };
		});
}

export function finnishWord(term: PublicItem): string {
	return titleOf(term)[FINNISH] ?? titleOf(term)[term.source] ?? term.id;
}

/** The words themselves come first, so that no form of another term takes their place. */
function wordsOf(terms: readonly PublicItem[]): TermWords {
	const words = new Map<string, string>();
	const add = (id: string, word: string) => words.has(folded(word)) || words.set(folded(word), id);
	for (const term of terms) for (const name of namesIn(finnishWord(term))) add(term.id, name);
	for (const term of terms) for (const form of listIn(term.about, 'forms')) add(term.id, form);
	for (const term of terms) for (const { name } of formerNames(term.about)) add(term.id, name);
	return words;
}

/** «henkilötunnus (hetu)» is met as either of the two. */
function namesIn(word: string): string[] {
	return [word, ...word.split(/[()]/)].filter((name) => name.trim() !== '');
}

function placesOf(catalogue: Catalogue): Map<string, ItemKey[]> {
	const { guide, service } = catalogue.itemsByKind;
	const places = new Map<string, ItemKey[]>();
	for (const item of [...guide, ...service]) {
		for (const term of termsIn(item, termWords(catalogue))) places.set(term, [...(places.get(term) ?? []), item.key]);
	}
	return places;
}

function termsIn({ blocks }: PublicItem, words: TermWords): Set<string> {
	const texts = blocks.flatMap((block) => Object.values(block.words).flatMap((one) => Object.values(one)));
	const marked = texts.flatMap((text) => runsOf(text).flatMap(({ lang, text }) => (lang === FINNISH ? [text] : [])));
	const labels = blocks.flatMap(({ control }) => (control ? [control.fi] : []));
	return new Set([...marked, ...labels].flatMap((word) => words.get(folded(word)) ?? []));
}

function linked(words: Told['words'], link: (runs: readonly Run[]) => Run[]): Told['words'] {
	return Object.fromEntries(Object.entries(words).map(([part, runs]) => [part, link(runs)]));
}

const folded = (word: string): string => word.trim().toLowerCase();
