/** A text in one plain spelling; `from` tells where each of its characters began in the original (UTF-16 units). */
export type Folded = { text: string; from: number[]; original: string };

const REMEMBER_BELOW = 0x3000;
const remembered = new Array<string | undefined>(REMEMBER_BELOW).fill(undefined);
const SOFT_HYPHEN = 0xad;

export function fold(original: string): Folded {
	let text = '';
	const from: number[] = [];
	for (let at = 0; at < original.length; at++) {
		const point = original.codePointAt(at) ?? 0;
		const part = point === SOFT_HYPHEN && isHyphenInNumber(original, at) ? '-' : plain(point);
		text += part;
		for (let i = 0; i < part.length; i++) from.push(at);
		if (point > 0xffff) at++;
	}
	return { text, from, original };
}

/** The same spelling for words written in this code, where offsets do not matter. */
export function foldWords(words: string): string {
	return fold(words).text;
}

/** Where the original of this folded character ends. */
export function endOf({ from, original }: Folded, index: number): number {
	const start = from[index] ?? 0;
	return start + ((original.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
}

export function originalOf(folded: Folded, start: number, end: number): string {
	return folded.original.slice(folded.from[start] ?? 0, endOf(folded, end - 1));
}

// Pasted from a document, a soft hyphen may be all that is left of the sign between two numbers.
function isHyphenInNumber(text: string, at: number): boolean {
	return /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '');
}

function plain(point: number): string {
	if (point >= REMEMBER_BELOW) return spell(point);
	return (remembered[point] ??= spell(point));
}

function spell(point: number): string {
	const letters = String.fromCodePoint(point).normalize('NFKD').toLowerCase();
	return Array.from(letters, spellOne).join('');
}

function spellOne(letter: string): string {
	if (/[\p{DI}\p{M}\u0640]/u.test(letter)) return '';
	if (/[\p{Pd}\u2212\u2796\u02d7\u2043]/u.test(letter)) return '-';
	if (letter === '\u2795') return '+';
	if (/[\n\u2028\u2029]/.test(letter)) return '\n';
	if (/[\s\u2800]/.test(letter)) return ' ';
	return /\p{Nd}/u.test(letter) ? digit(letter) : letter;
}

// Every script's digits are ten neighbours from nought on, so the value is the number of digits just before it.
function digit(letter: string): string {
	const point = letter.codePointAt(0) ?? 0;
	let before = 0;
	while (/\p{Nd}/u.test(String.fromCodePoint(point - before - 1))) before++;
	return String(before % 10);
}
