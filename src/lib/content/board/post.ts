/** Why a coordinator hides a post: somebody could be recognised, it is wrong, not about this, or hurts. */
export const HIDE_REASONS = ['person', 'wrong', 'beside', 'abuse'] as const;
export type HideReason = (typeof HIDE_REASONS)[number];

/** Number 1 is the question itself. */
export type Post = {
	readonly questionId: string;
	readonly number: number;
	readonly accountId: string;
	/** The chosen name of the helper. */
	readonly signed: string;
	readonly language: string;
	/** Nothing once it was taken back or hidden. */
	readonly text: string;
	/** Kinds of numbers that were hidden before it was stored. */
	readonly hidden: readonly string[];
	readonly writtenAt: Date;
	readonly removed: 'taken-back' | 'hidden' | null;
	readonly removedWhy: HideReason | null;
};

/** A question of the board, without its words. */
export type Question = {
	readonly id: string;
	readonly accountId: string;
	readonly topic: string;
	readonly serviceId: string | null;
	readonly language: string;
	readonly answerNumber: number | null;
	readonly guide: string | null;
	readonly lastNumber: number;
	readonly lastWordOn: string;
};

export const SHOWN_AS = ['all', 'open', 'answered', 'mine'] as const;
export type ShownAs = (typeof SHOWN_AS)[number];
export type Asked = { readonly as: ShownAs; readonly topic: string; readonly words: string; readonly page: number };

export const LONGEST_POST = 4_000;

const MOST_WORDS = 8;
const SHORTEST_STEM = 4;

/**
 * What is looked for in the texts: each word without its ending, because Russian and Finnish change it. Too much found
 * is read over, too little found is asked again.
 */
export function stemsOf(words: string): string[] {
	const found = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	return found.slice(0, MOST_WORDS).map(stemOf);
}

function stemOf(word: string): string {
	const ending = Math.min(3, Math.floor(word.length / 3));
	return word.length - ending < SHORTEST_STEM ? word : word.slice(0, word.length - ending);
}
