import { type Folded, originalOf } from './fold.ts';
import { alternatives, LETTERS } from './vocabulary.ts';

/** Letters and signs without a blank, in the folded spelling. */
export type Token = { start: number; end: number; text: string; folded: Folded };

const TOKEN = /[^\s•]{4,64}/gu;
const OPENING = /^[«»"'“”„(<:=-]+/;
const CLOSING = /[.,;:?)»"'“”>]+$/;
const ADDRESS = /@[\w-]+\.\w|:\/\/|^www\.|^\p{L}[\p{L}\d-]*(?:\.\p{L}{2,})+(?:\/|$)|^\/|^https?:/u;
const BRAND = /^(?:windows|office|win|iphone|ipad|android|galaxy|samsung|version|microsoft|wifi|web|covid)[-\d.]*$/;
/** "6-digit", "2fa-code", "10min": a number that counts what is tied to it. */
const COUNTING = /^\d{1,2}(?:-\p{L}|\p{L}{1,3}-?$|-?(?:numero|siffr|digit|знач|min|merk))/u;
const STATUS = new RegExp(`^(?:${alternatives('status')})(?![${LETTERS}])`);

export function* tokensIn(folded: Folded, from: number, to: number): Generator<Token> {
	for (const match of folded.text.slice(from, to).matchAll(TOKEN)) {
		const [opening] = OPENING.exec(match[0]) ?? [''];
		const text = match[0].slice(opening.length).replace(CLOSING, '');
		const start = from + match.index + opening.length;
		if (text.length > 3) yield { start, end: start + text.length, text, folded };
	}
}

/** As it stood in the original: with its capitals. */
export function writtenOf({ folded, start, end }: Token): string {
	return originalOf(folded, start, end);
}

/** Letters mixed with digits or signs, as hardly any word is. */
export function isStrange({ text }: Token): boolean {
	if (ADDRESS.test(text) || BRAND.test(text) || COUNTING.test(text) || /^[\d.,:/-]+$/.test(text)) return false;
	if (/\d/.test(text) && /\p{L}/u.test(text)) return true;
	return /[!@#$%^&*_+=~]./.test(text) && /[\p{L}\d]/u.test(text);
}

/** A code that a machine made: A7K9P2, X4T9-77QP. */
export function isMixedCode({ text }: Token): boolean {
	return /^[a-z\d]{3,12}(?:-[a-z\d]{2,6}){0,3}$/.test(text) && /(?:\d.*){2}/.test(text) && /[a-z]/.test(text);
}

/** A word that could be a password and says nothing about one. */
export function isPlainWord({ text }: Token): boolean {
	return /^\p{L}+$/u.test(text) && !STATUS.test(text) && !BRAND.test(text);
}

export function saysStatus(text: string): boolean {
	return STATUS.test(text);
}
