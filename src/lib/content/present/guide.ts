import { today } from '#lib/platform/clock.ts';
import type { Catalogue } from '../catalogue.ts';
import { type BlockKind, type Frame, keyOf, type Words } from '../item/item.ts';
import { addressesIn, listIn, SUITS, type Suit } from '../item/about.ts';
import type { PublicBlock, PublicItem } from '../item/public.ts';
import { changesOf, type Truth, truthOf } from '../item/truth.ts';
import { plainText } from '../service.ts';
import { type ItemLine, lineOfItem, type Naming, namingOf } from './line.ts';
import { type Passage, passagesOf } from './passage.ts';
import { finnishWord, metIn, withTerms } from './termWords.ts';
import { numbered, type Step, type Told, tell, tellAll } from './told.ts';

export type GuidePage = {
	readonly id: string;
	readonly naming: Naming;
	readonly section: string;
	readonly suits: readonly Suit[];
	/** It leads as far as the official door; nobody has walked through it. */
	readonly isDoor: boolean;
	readonly truth: Truth;
	/** Every block, in reading order. */
	readonly told: readonly (Told | Step)[];
	readonly summary?: Told;
	readonly needs: readonly Told[];
	readonly passages: readonly Passage[];
	readonly services: readonly ItemLine[];
	readonly terms: readonly Term[];
	readonly changes: readonly ItemLine[];
	/** Web addresses the facts were read in. */
	readonly sources: readonly string[];
	/** The other languages in which there is a text. */
	readonly otherLanguages: readonly string[];
	/** The language of the text in easy language, when there is one. */
	readonly easy?: string;
};

/** A word of the country's own language that the guide uses, and what it means to the reader. */
export type Term = ItemLine & { readonly word: string };

/** Everything the page of a guide shows; undefined when there is no such guide. */
export function guidePage(catalogue: Catalogue, id: string, lang: string): GuidePage | undefined {
	const item = catalogue.itemByKey.get(keyOf('guide', id));
	if (!item) return undefined;
	const told = numbered(withTerms(catalogue, tellAll(item, lang), lang));
	const { change } = catalogue.itemsByKind;
	return {
		id,
		naming: namingOf(item, lang),
		section: String(item.about.section ?? ''),
		suits: SUITS.filter((suit) => listIn(item.about, 'suits').includes(suit)),
		isDoor: item.about.reach === 'door',
		truth: truthOf(item, lang, today(), change),
		...arranged(told),
		services: servicesOf(catalogue, item, lang),
		terms: termsOf(catalogue, item, lang),
		changes: changesOf(item.key, change).map((change) => lineOfItem(change, lang)),
		sources: addressesIn(item.about),
		otherLanguages: Object.keys(item.editions).filter((other) => other !== lang),
		easy: languageOfEasy(item, lang),
	};
}

/** The text in easy language: in the reader's, else in that of the source. */
export function easyGuide({ itemByKey }: Catalogue, id: string, lang: string) {
	const item = itemByKey.get(keyOf('guide', id));
	const language = item && languageOfEasy(item, lang);
	const text = language && item.easy[language];
	if (!item || !text) return undefined;
	const { blocks, on, behind } = text;
	const told = numbered(
		blocks.map(({ words, ...frame }) => tell(plainBlock(frame, words, language), language, language)),
	);
	return {
		...{ id, language, on, behind },
		title: plainText(blocks.find(({ kind }) => kind === 'title')?.words.text ?? ''),
		...arranged(told),
	};
}

function languageOfEasy({ easy, source }: PublicItem, lang: string): string | undefined {
	return [lang, source].find((one) => easy[one]);
}

function plainBlock(frame: Frame, words: Words, lang: string): PublicBlock {
	return { ...frame, words: { [lang]: words }, behind: {} };
}

function arranged(told: readonly (Told | Step)[]) {
	return {
		told,
		summary: told.find(({ kind }) => kind === 'summary'),
		needs: told.filter(({ kind }) => kind === 'need'),
		passages: passagesOf(told.filter(({ kind }) => !APART.includes(kind))),
	};
}

const APART: readonly BlockKind[] = ['title', 'summary', 'need'];

export function stepsOf({ passages }: Pick<GuidePage, 'passages'>): Step[] {
	return passages.flatMap((passage) => ('steps' in passage ? passage.steps : []));
}

function servicesOf({ itemByKey }: Catalogue, { about }: PublicItem, lang: string): ItemLine[] {
	return listIn(about, 'services').flatMap((id) => {
		const service = itemByKey.get(keyOf('service', id));
		return service ? [lineOfItem(service, lang)] : [];
	});
}

/** The terms that the guide uses, by the alphabet of their own language. */
function termsOf(catalogue: Catalogue, { key }: PublicItem, lang: string): Term[] {
	return catalogue.itemsByKind.term
		.filter(({ id }) => metIn(catalogue, id).includes(key))
		.map((term) => ({ ...lineOfItem(term, lang), word: finnishWord(term) }))
		.sort((a, b) => a.word.localeCompare(b.word, 'fi'));
}
