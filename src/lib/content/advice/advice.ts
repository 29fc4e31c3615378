import type { Block, Kind, Part } from '../item/item.ts';
import type { Morphology } from './morphology.ts';

/** What an author is told about a text. The words for each stand in messages/advice. */
export const RULES = [
	...['mean', 'long-sentence', 'flesch', 'paragraph'],
	...['passive', 'participle', 'gerund', 'non-finite', 'rare-case', 'conditional', 'verbal-noun', 'long-word'],
	...['unexplained', 'abbreviation', 'click-here', 'digits', 'date', 'phone', 'secret', 'mark'],
	...['step-empty', 'two-actions', 'verb-first', 'many-steps', 'no-result'],
	...['label-empty', 'label-unseen', 'label-differs', 'label-unknown'],
] as const;
export type Rule = (typeof RULES)[number];

/** Only what must not be published is an error; all else the author may know better. */
export type Severity = 'error' | 'advice';

export type Advice = {
	readonly rule: Rule;
	readonly severity: Severity;
	/** Absent when it is about the text as a whole. */
	readonly block?: string;
	readonly part?: Part | 'control';
	readonly quote?: string;
	/** Where the quote stands in the part as it is stored, marks included; UTF-16. */
	readonly start?: number;
	readonly end?: number;
	readonly values: Readonly<Record<string, string | number>>;
};

/** How many of the words are of a kind: 0.05 is one in twenty. */
export const SHARES = [
	...['passive', 'participle', 'gerund', 'non-finite', 'rare-case', 'conditional', 'verbal-noun', 'long-word'],
] as const;
export type Share = (typeof SHARES)[number];

export type Measures = {
	readonly words: number;
	readonly sentences: number;
	readonly wordsPerSentence: number;
	/** Words in the longest sentence. */
	readonly longest: number;
	/** Flesch for Russian after Oborneva; the higher, the easier. */
	readonly flesch?: number;
	/** Only those that could be told for this language on this machine. */
	readonly shares: Readonly<Partial<Record<Share, number>>>;
};

export const ADVICE_LANGUAGES = ['fi', 'ru', 'en'] as const;
export type AdviceLanguage = (typeof ADVICE_LANGUAGES)[number];
export type Level = 'plain' | 'easy';

export type Setting = {
	readonly lang: AdviceLanguage;
	readonly level: Level;
	readonly kind: Kind;
	/** What the glossary explains, with inflected forms: see `glossaryOf`. */
	readonly terms: readonly string[];
	/** Labels that are known from elsewhere: controls of the source, buttons of our own. */
	readonly labels?: readonly string[];
	/** Numbers that somebody has read on a public page. */
	readonly phones: readonly string[];
	readonly morphology?: Morphology | null;
};

export type Advised = {
	readonly advice: readonly Advice[];
	readonly measures: Measures;
	/** Rules that could not be tried, because the machine has no Finnish morphology. */
	readonly skipped: readonly Rule[];
};

export type Blocks = readonly Block[];
