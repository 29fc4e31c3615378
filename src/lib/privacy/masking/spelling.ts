import { LETTERS } from './vocabulary.ts';

// Letters of two alphabets that look the same on the screen.
const LATIN = 'aceopxykmthbiu';
const CYRILLIC = 'асеорхукмтнвіи';
const MIXED = /[a-z][а-яіїєґ]|[а-яіїєґ][a-z]/;
const WORD = new RegExp(`[${LETTERS}]+`, 'g');

/** A word that mixes two alphabets ("пaроль" with a Latin a) in the one that most of its letters have. */
export function inOneAlphabet(text: string): string {
	return MIXED.test(text) ? text.replace(WORD, (word) => (MIXED.test(word) ? unmixed(word) : word)) : text;
}

function unmixed(word: string): string {
	const isLatin = (word.match(/[a-z]/g)?.length ?? 0) * 2 > word.length;
	const [from, to] = isLatin ? [CYRILLIC, LATIN] : [LATIN, CYRILLIC];
	return Array.from(word, (letter) => to[from.indexOf(letter)] ?? letter).join('');
}

/** One letter too many, too few, wrong, or two in the wrong order; the first letter is nearly always right. */
export function isMistyped(word: string, meant: string): boolean {
	if (word[0] !== meant[0] || Math.abs(word.length - meant.length) > 1) return false;
	let at = 0;
	while (at < word.length && word[at] === meant[at]) at++;
	const isSwapped = word[at] === meant[at + 1] && word[at + 1] === meant[at];
	const rests = [[1, 1], [0, 1], [1, 0], ...(isSwapped ? [[2, 2]] : [])];
	return rests.some(([skip = 0, skipMeant = 0]) => word.slice(at + skip) === meant.slice(at + skipMeant));
}
