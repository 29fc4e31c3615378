import { foldWords } from './fold.ts';
import type { NamingKind, Role, Vocabulary } from './language.ts';
import { ar } from './words/ar.ts';
import { en } from './words/en.ts';
import { et } from './words/et.ts';
import { fi } from './words/fi.ts';
import { ru } from './words/ru.ts';
import { so } from './words/so.ts';
import { sv } from './words/sv.ts';
import { uk } from './words/uk.ts';

const LANGUAGES: readonly Vocabulary[] = [fi, sv, en, ru, uk, et, ar, so];

// Near enough to \p{L} for these languages, and three times as fast.
export const LETTERS = 'a-z\u00df-\u02af\u0370-\u05ff\u0620-\u1fff\u2c00-\u2dff\u3040-\ud7ff';

const BEGINNING = new RegExp(`^[${LETTERS}\\d]{0,3}(?!\\?)`);
const STEM = new RegExp(`(?<=^\\*)[${LETTERS}]+(?!\\?)`);

const ARTICLES = ['', 'ال', 'لل', 'و', 'وال', 'ب', 'بال', 'ل', 'ك', 'ف', 'فال', 'كال'];

/** A word as a pattern, and as many of its first letters as are known; of one that may begin with any, what follows. */
export type Pattern = { beginning: string; source: string; stem: string };

const RANGES = (LETTERS.match(/.-./g) ?? []).map((range) => [range.charCodeAt(0), range.charCodeAt(2)] as const);

/** Whether this unit of a text is one of `LETTERS`. */
export function isLetter(unit: number): boolean {
	if (unit < 0x80) return unit > 0x60 && unit < 0x7b;
	return RANGES.some(([first, last]) => unit >= first && unit <= last);
}

/** All words of one kind in all languages; the longest is tried first. */
export function patternsOf(kind: NamingKind | Role): Pattern[] {
	const words = foldWords(LANGUAGES.map((language) => language[kind]).join(' '));
	const different = new Set(words.trim().split(/\s+/).flatMap(withoutArticle).flatMap(withoutChoice));
	return [...different].sort((a, b) => b.length - a.length).map(toPattern);
}

export function alternatives(kind: NamingKind | Role): string {
	return patternsOf(kind)
		.map(({ source }) => source)
		.join('|');
}

/** The whole of a word, or of words, is one of these. */
export function wholeWords(kind: Role): RegExp {
	return new RegExp(`(?<![${LETTERS}])(?:${alternatives(kind)})(?![${LETTERS}])`);
}

/** An article at the beginning is spelt out, so that the first letter is known. */
function withoutArticle(word: string): string[] {
	return word.startsWith('~') ? ARTICLES.map((article) => article + word.slice(1)) : [word];
}

/** The same for a choice at the beginning: "(a|b)c" is "ac" and "bc". */
function withoutChoice(word: string): string[] {
	const [whole, choices, optional] = /^\(([^()]*)\)(\?)?/.exec(word) ?? [];
	if (whole === undefined || choices === undefined) return [word];
	const parts = [...choices.split('|'), ...(optional ? [''] : [])];
	return parts.map((part) => (part + word.slice(whole.length)).replace(/^_\??/, ''));
}

function toPattern(word: string): Pattern {
	const blanks = word.replace(/\(/g, '(?:').replace(/_\??/g, '[\\s-]{0,2}');
	const source = blanks.replace(/\*/g, `[${LETTERS}]*`).replace(/~/g, '[وبلكف]?(?:ال|لل)?');
	const beginning = BEGINNING.exec(word)?.[0] ?? '';
	return { beginning, source, stem: STEM.exec(word)?.[0] ?? '' };
}
