import { today } from '#lib/platform/clock.ts';
import type { Catalogue } from '../catalogue.ts';
import { addressesIn } from '../item/addresses.ts';
import { type BlockKind, type Frame, keyOf, type Words } from '../item/item.ts';
import { listIn, type PublicBlock, type PublicItem } from '../item/public.ts';
import { changesOf, type Truth, truthOf } from '../item/truth.ts';
import { plainText, runsOf } from '../service.ts';
import { type ItemLine, lineOfItem, type Naming, namingOf } from './line.ts';
import { numbered, type Step, type Told, tell, tellAll } from './told.ts';

/** What stands together under one heading: steps, or blocks of one kind, in reading order. */
export type Passage =
	| { readonly kind: 'steps'; readonly steps: readonly Step[] }
	| { readonly kind: BlockKind; readonly blocks: readonly Told[] };

export type GuidePage = {
	readonly id: string;
	readonly naming: Naming;
	readonly section: string;
	/** It leads as far as the official door; nobody has walked through it. */
	readonly isDoor: boolean;
	readonly truth: Truth;
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
	const told = numbered(tellAll(item, lang));
	const { change } = catalogue.itemsByKind;
	return {
		id,
		naming: namingOf(item, lang),
		section: String(item.about.section ?? ''),
		isDoor: item.about.reach === 'door',
		truth: truthOf(item, lang, today(), change),
		summary: told.find(({ kind }) => kind === 'summary'),
		needs: told.filter(({ kind }) => kind === 'need'),
		passages: passagesOf(told.filter(({ kind }) => !APART.includes(kind))),
		services: servicesOf(catalogue, item, lang),
		terms: termsIn(catalogue, item).map((term) => ({ ...lineOfItem(term, lang), word: wordOf(term) })),
		changes: changesOf(item.key, change).map((change) => lineOfItem(change, lang)),
		sources: addressesIn(item.about),
		otherLanguages: Object.keys(item.editions).filter((other) => other !== lang),
		easy: [lang, item.source].find((one) => item.easy[one]),
	};
}

/** The text in easy language: in the reader's, else in that of the source. */
export function easyGuide({ itemByKey }: Catalogue, id: string, lang: string) {
	const item = itemByKey.get(keyOf('guide', id));
	const language = item && [lang, item.source].find((one) => item.easy[one]);
	const text = language && item.easy[language];
	if (!item || !text) return undefined;
	const { blocks, on, behind } = text;
	const told = numbered(blocks.map(({ words, ...frame }) => tell(plainBlock(frame, words, language), language, language)));
	return {
		...{ id, language, on, behind, check: item.checks[item.source] },
		title: plainText(blocks.find(({ kind }) => kind === 'title')?.words.text ?? ''),
		summary: told.find(({ kind }) => kind === 'summary'),
		needs: told.filter(({ kind }) => kind === 'need'),
		passages: passagesOf(told.filter(({ kind }) => !APART.includes(kind))),
	};
}

function plainBlock(frame: Frame, words: Words, lang: string): PublicBlock {
	return { ...frame, words: { [lang]: words }, behind: {} };
}

const APART: readonly BlockKind[] = ['title', 'summary', 'need'];

export function stepsOf({ passages }: Pick<GuidePage, 'passages'>): Step[] {
	return passages.flatMap((passage) => ('steps' in passage ? passage.steps : []));
}

function passagesOf(told: readonly (Told | Step)[]): Passage[] {
	const passages: { kind: BlockKind; blocks: (Told | Step)[] }[] = [];
	for (const one of told) {
		const last = passages.at(-1);
		if (last?.kind === one.kind) last.blocks.push(one);
		else passages.push({ kind: one.kind, blocks: [one] });
	}
	return passages.map(({ kind, blocks }) =>
		kind === 'step' ? { kind: 'steps', steps: blocks.filter(isStep) } : { kind, blocks },
	);
}

function isStep(told: Told | Step): told is Step {
	return 'number' in told;
}

function servicesOf({ itemByKey }: Catalogue, { about }: PublicItem, lang: string): ItemLine[] {
	return listIn(about, 'services').flatMap((id) => {
		const service = itemByKey.get(keyOf('service', id));
		return service ? [lineOfItem(service, lang)] : [];
	});
}

/** The terms whose Finnish word, in some form, stands marked in the guide. */
function termsIn({ itemsByKind }: Catalogue, { blocks }: PublicItem): PublicItem[] {
	const texts = blocks.flatMap(({ words }) => Object.values(words).flatMap((one) => Object.values(one)));
	const marked = new Set(texts.flatMap((text) => runsOf(text).flatMap(({ lang, text }) => (lang ? [plain(text)] : []))));
	return itemsByKind.term.filter((term) => formsOf(term).some((form) => marked.has(plain(form))));
}

function formsOf(term: PublicItem): string[] {
	return [wordOf(term), ...listIn(term.about, 'forms')];
}

const wordOf = (term: PublicItem): string => namingOf(term, term.source).name;

const plain = (word: string): string => word.trim().toLowerCase();
