import type { Folded } from './fold.ts';
import type { MaskSpan } from './range.ts';
import type { Word, WordKind } from './words.ts';

/** What is known of a text when codes are sought in it; `carried` is the word of the message before. */
export type Known = {
	folded: Folded;
	words: readonly Word[];
	carried: WordKind | undefined;
	sure: readonly MaskSpan[];
};
