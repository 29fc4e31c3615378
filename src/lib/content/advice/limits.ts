import type { AdviceLanguage, Level, Share } from './advice.ts';

/** Starting points from small samples of official, plain and easy texts; lengths in words, shares of all words. */
export type Limits = {
	readonly mean: number;
	readonly longest: number;
	readonly shares: Readonly<Partial<Record<Share, number>>>;
	/** A word with more letters is long. */
	readonly letters: number;
	readonly flesch?: number;
};

export const SENTENCES_IN_PARAGRAPH = 3;
export const STEPS_IN_A_ROW = 7;
/** Finnish words of this many parts are long, however few their letters. */
export const PARTS_OF_LONG_WORD = 3;
/** Of fewer sentences each is judged by itself, not by their mean. */
export const SENTENCES_FOR_MEAN = 3;
/** The index says nothing about a text shorter than this. */
export const WORDS_FOR_FLESCH = 20;

const FINNISH: Readonly<Record<Level, Limits>> = {
	plain: {
		...{ mean: 12, longest: 20, letters: 18 },
		shares: {
			...{ passive: 0.08, participle: 0.06, 'non-finite': 0.02, 'rare-case': 0.01 },
			...{ 'verbal-noun': 0.08, 'long-word': 0.02 },
		},
	},
	easy: {
		...{ mean: 8, longest: 12, letters: 18 },
		shares: {
			...{ passive: 0.03, participle: 0.03, 'non-finite': 0, 'rare-case': 0, conditional: 0.01 },
			...{ 'verbal-noun': 0.04, 'long-word': 0 },
		},
	},
};

const RUSSIAN: Readonly<Record<Level, Limits>> = {
	plain: {
		...{ mean: 13, longest: 22, letters: 14, flesch: 40 },
		shares: { passive: 0.06, participle: 0.03, gerund: 0.01, 'verbal-noun': 0.08, 'long-word': 0.06 },
	},
	easy: {
		...{ mean: 9, longest: 14, letters: 14, flesch: 55 },
		shares: { passive: 0.03, participle: 0.01, gerund: 0, 'verbal-noun': 0.04, 'long-word': 0.03 },
	},
};

const ENGLISH: Readonly<Record<Level, Limits>> = {
	plain: { mean: 15, longest: 25, letters: 12, shares: { 'long-word': 0.04 } },
	easy: { mean: 10, longest: 15, letters: 12, shares: { 'long-word': 0.02 } },
};

const LIMITS: Readonly<Record<AdviceLanguage, Readonly<Record<Level, Limits>>>> = {
	fi: FINNISH,
	ru: RUSSIAN,
	en: ENGLISH,
};

export const limitsOf = (lang: AdviceLanguage, level: Level): Limits => LIMITS[lang][level];

/** A share of a short text is whole words: where some are allowed at all, one is. */
export function allowed(limit: number, words: number): number {
	return limit === 0 ? 0 : Math.max(1, Math.floor(limit * words));
}
