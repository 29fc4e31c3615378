/** A word where it stands. `foreign`: inside a mark, so in another language than the text. */
export type Word = { readonly text: string; readonly start: number; readonly end: number; readonly foreign: boolean };
export type Sentence = {
	readonly text: string;
	readonly start: number;
	readonly end: number;
	readonly words: readonly Word[];
};
export type Range = { readonly start: number; readonly end: number };

/** Addresses, hours and inflected abbreviations (`DVV:stä`) are one word each. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[-’'.:/@][\p{L}\p{M}\p{N}]+)*/gu;
const END = /(?<![.!?…])[.!?…]+[»”"’)]*(?=\s|$)/g;
const NEXT = /^\s+[\p{Lu}\p{N}«“”"„(—–]/u;
const SHORTENED =
	/(?:^|[\s(])(?:esim|ks|mm|puh|nro|klo|ns|ts|т|е|д|п|ул|тел|стр|см|др|им|руб|e\.g|i\.e|no|st|mr|ms|\p{Lu})\.$/u;

/** How far one must look to tell the end of a sentence. */
const NEAR = 16;

/** The sentences of a text; offsets are its own. */
export function sentencesOf(text: string, foreign: readonly Range[] = []): Sentence[] {
	const ends = [...text.matchAll(END)].map((found) => found.index + found[0].length).filter((at) => isEnd(text, at));
	const starts = [0, ...ends];
	return starts.flatMap((start, index) => sentence(text, start, ends[index] ?? text.length, foreign));
}

function isEnd(text: string, at: number): boolean {
	const [before, after] = [text.slice(Math.max(0, at - NEAR), at), text.slice(at, at + NEAR)];
	if (/\d\.$/.test(before) && /^\s+\d/.test(after)) return false;
	return NEXT.test(after) && !SHORTENED.test(before);
}

function sentence(text: string, from: number, to: number, foreign: readonly Range[]): Sentence[] {
	const part = text.slice(from, to);
	const start = from + part.length - part.trimStart().length;
	const end = from + part.trimEnd().length;
	const words = wordsOf(text, start, end, foreign);
	return words.length > 0 ? [{ text: text.slice(start, end), start, end, words }] : [];
}

function wordsOf(text: string, from: number, to: number, foreign: readonly Range[]): Word[] {
	return [...text.slice(from, to).matchAll(WORD)].map((found) => {
		const start = from + found.index;
		const isForeign = foreign.some((range) => start >= range.start && start < range.end);
		return { text: found[0], start, end: start + found[0].length, foreign: isForeign };
	});
}

/** A web or mail address, whose length nobody reads. */
export const isAddress = (word: string): boolean => /[@/]|\p{L}\.\p{L}/u.test(word);

/** Letters in the longest piece between hyphens. */
export function lettersOf(word: string): number {
	return Math.max(...word.split(/[-:]/).map((piece) => piece.match(/\p{L}/gu)?.length ?? 0));
}
