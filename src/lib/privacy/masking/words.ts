import { foldWords } from './fold.ts';
import type { NamingKind } from './language.ts';
import { inOneAlphabet, isMistyped } from './spelling.ts';
import { LETTERS, patternsOf } from './vocabulary.ts';

/** A word that says what the number beside it is. */
export type WordKind = NamingKind;
export type Word = { kind: WordKind; start: number; end: number };

const KINDS: readonly WordKind[] = ['hetu', 'card', 'password', 'user', 'label', 'code', 'weak'];
const PATTERNS = KINDS.map(patternsOf);
const BEGINNING = new RegExp(`(?<![${LETTERS}])(?:[${LETTERS}]|\\d(?=[${LETTERS}]))`, 'g');

const LONG_WORD = new RegExp(`[${LETTERS}]{5,}`, 'g');

// A thousand words stand in the lists: only those are tried that begin with the two letters that were read.
const MOST_REMEMBERED = 5000;
const byBeginning = new Map<string, RegExp>();

// The long words that stand beside secrets, as people mistype them.
const OFTEN_MISTYPED: readonly [WordKind, string][] = foldWords(
	'password passcode losenord salasana salasanani parool salasona пароль пароля parol tunnusluku vahvistuskoodi',
)
	.split(' ')
	.map((word) => [/koodi|luku/.test(word) ? 'code' : 'password', word]);

/** The words of a text that name something; only when there is none is one sought that was mistyped. */
export function findWords(folded: string): Word[] {
	const text = inOneAlphabet(folded);
	const words = findExact(text);
	return words.some(({ kind }) => kind !== 'label' && kind !== 'weak')
		? words
		: [...words, ...findMistyped(text)].sort(byPlace);
}

function findMistyped(text: string): Word[] {
	return Array.from(text.matchAll(LONG_WORD), ({ 0: word, index }) => {
		const meant = OFTEN_MISTYPED.find(([, right]) => isMistyped(word, right));
		return meant ? [{ kind: meant[0], start: index, end: index + word.length }] : [];
	}).flat();
}

function byPlace(a: Word, b: Word): number {
	return a.start - b.start;
}

function findExact(text: string): Word[] {
	const words: Word[] = [];
	let end = 0;
	BEGINNING.lastIndex = 0;
	while (BEGINNING.test(text)) {
		const start = BEGINNING.lastIndex - 1;
		const word = start < end ? undefined : wordAt(text, start);
		if (!word) continue;
		words.push(word);
		end = word.end;
	}
	return words;
}

/** Index of the first word that ends after the offset. */
export function firstFrom(words: readonly Word[], offset: number): number {
	let [low, high] = [0, words.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((words[middle]?.end ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

function wordAt(text: string, start: number): Word | undefined {
	const two = text.slice(start, start + 2);
	const pattern = byBeginning.get(two) ?? remember(two);
	pattern.lastIndex = start;
	const match = pattern.exec(text);
	if (!match) return undefined;
	const group = match.findIndex((part, place) => place > 0 && part !== undefined);
	return { kind: KINDS[group - 1] ?? 'label', start, end: start + match[0].length };
}

function remember(two: string): RegExp {
	const choices = PATTERNS.map((patterns) => `(${fitting(patterns, two)})`).join('|');
	const pattern = new RegExp(`(?:${choices})(?![${LETTERS}])`, 'y');
	if (byBeginning.size < MOST_REMEMBERED) byBeginning.set(two, pattern);
	return pattern;
}

/** Nothing at all fits where the list is empty. */
function fitting(patterns: ReturnType<typeof patternsOf>, two: string): string {
	const own = patterns.filter(({ beginning }) => two.startsWith(beginning));
	return own.map(({ source }) => source).join('|') || '(?!)';
}
