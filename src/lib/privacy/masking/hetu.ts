import type { Word } from './words.ts';
import { isDigit, isLatin, type MaskSpan, matches } from './range.ts';

const CHECK = '0123456789abcdefhjklmnprstuvwxy';
const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const CENTURIES: Record<string, number> = { '+': 18, ...each('-uvwxy', 19), ...each('abcdef', 20) };

// What a Cyrillic or Greek letter may stand for: first the one that looks alike, then the one that sounds alike.
const LOOKALIKES: Record<string, string> = {
	...{ а: 'a', в: 'bv', с: 'cs', е: 'e', н: 'hn', к: 'k', м: 'm', р: 'pr', т: 't', у: 'yu', х: 'xh', д: 'd', ф: 'f' },
	...{ б: 'b', л: 'l', п: 'p', ј: 'j', ѕ: 's', ԁ: 'd', һ: 'h', ѵ: 'v', ԝ: 'w', υ: 'uy', γ: 'y' },
	...{ α: 'a', β: 'b', ε: 'e', η: 'hn', κ: 'k', μ: 'm', ν: 'nv', ρ: 'pr', τ: 't', χ: 'x' },
};
const OTHER = Object.keys(LOOKALIKES).join('');
const GAP = '\\s{0,3}';
const POINT = '[\\s./]{0,3}';
const DAY = `(\\d${GAP}\\d)${POINT}(\\d${GAP}\\d)${POINT}(?:(?:18|19|20)(?=\\d\\d))?(\\d${GAP}\\d)`;
const WHOLE = new RegExp(`${DAY}${GAP}([-+a-fu-y${OTHER}])${GAP}(\\d${GAP}\\d${GAP}\\d)${GAP}([\\da-z${OTHER}])`, 'g');

// Typing errors: a digit too many or too few, another sign, the letter O, the sign left out.
const D = '[\\doоlі]';
const LETTER = '[a-zа-я](?!\\p{L})';
const END = `(?:(?:${D} ?){2}${D}{1,3} ?(?:${LETTER})?|${D}{2} ?${LETTER})`;
const SIGNED = `(?:${D}[ .]{0,2}){5,8}[-+_~=*/.a-fu-y${OTHER}] {0,2}${END}`;
const UNSIGNED = `(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d\\d {0,2}\\d{3} ?[a-zа-я\\d]`;
const MISTYPED = new RegExp(`${SIGNED}|${UNSIGNED}`, 'gu');
const REACH_BACK = 60;
const REACH_ON = 30;

/** Finnish personal identity codes whose date and check character hold. */
export function findHetus(text: string): MaskSpan[] {
	const found: MaskSpan[] = [];
	for (const match of matches(WHOLE, text)) {
		const end = match.index + match[0].length;
		if (standsAlone(text, match.index, end) && holds(match)) found.push({ start: match.index, end, kind: 'hetu' });
	}
	return found;
}

/** Codes with a typing error: the shape alone says little, so a word for such a code must stand near. */
export function findMistypedHetus(text: string, words: readonly Word[], carried: boolean): MaskSpan[] {
	const near = words.filter(({ kind }) => kind === 'hetu');
	if (near.length === 0 && !carried) return [];
	const isNear = ({ start, end }: Pick<MaskSpan, 'start' | 'end'>): boolean =>
		carried || near.some((word) => word.end > start - REACH_BACK && word.start < end + REACH_ON);
	return linesOf(text)
		.filter(isNear)
		.flatMap((line) => Array.from(text.slice(line.start, line.end).matchAll(MISTYPED), (match) => toSpan(match, line)))
		.filter((span) => standsAlone(text, span.start, span.end) && text[span.start - 1] !== '+' && isNear(span));
}

/** No such code goes on in the next line, so that only those are read that stand near the word. */
function linesOf(text: string): { start: number; end: number }[] {
	let start = 0;
	return text.split('\n').map(({ length }) => {
		const line = { start, end: start + length };
		start += length + 1;
		return line;
	});
}

function toSpan(match: RegExpExecArray, line: { readonly start: number }): MaskSpan {
	const start = line.start + match.index;
	return { start, end: start + match[0].trimEnd().length, kind: 'hetu' };
}

function standsAlone(text: string, start: number, end: number): boolean {
	return !isDigit(text[start - 1]) && !isLatin(text[end]);
}

function holds([, day = '', month = '', year = '', sign = '', number = '', check = '']: RegExpExecArray): boolean {
	const [d, m, y, n] = [day, month, year, number].map(digits);
	if (d === undefined || m === undefined || y === undefined || n === undefined || Number(n) < 2) return false;
	const expected = CHECK[Number(d + m + y + n) % 31] ?? '';
	return latin(check).includes(expected) && Array.from(latin(sign)).some((s) => isDate(s, d, m, y));
}

function isDate(sign: string, day: string, month: string, year: string): boolean {
	const century = CENTURIES[sign];
	if (century === undefined) return false;
	return Number(day) > 0 && Number(day) <= daysIn(Number(month), century * 100 + Number(year));
}

function daysIn(month: number, year: number): number {
	const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return month === 2 && leap ? 29 : (MONTHS[month - 1] ?? 0);
}

function digits(part: string): string {
	return part.replace(/\D/g, '');
}

function latin(letter: string): string {
	return LOOKALIKES[letter] ?? letter;
}

function each(signs: string, century: number): Record<string, number> {
	return Object.fromEntries(Array.from(signs, (sign) => [sign, century]));
}
