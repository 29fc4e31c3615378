import { isLatin, type MaskSpan, matches } from './range.ts';

// Country and length of the whole number; in small letters where the account part may hold letters.
const COUNTRIES =
	'ad24 AE23 al28 AT20 az28 BA20 BE16 bg22 bh22 BI27 br29 BY28 ch21 CR22 cy28 CZ24 DE22 DJ27 DK18 do28 ' +
	'EE20 EG29 ES24 FI18 FK18 FO18 fr27 gb22 ge22 gi23 GL18 gr27 gt28 HN28 HR21 HU28 ie22 IL23 IQ23 IS26 ' +
	'it27 jo30 kw30 kz20 lb28 lc32 li21 LT20 lu20 lv21 LY25 mc27 md24 ME22 MK19 MN20 mr27 mt31 mu30 ni28 ' +
	'nl18 NO15 om23 pk24 PL28 ps29 PT25 qa29 ro24 RS22 RU33 sa24 sc31 SD18 SE24 SI19 SK24 sm27 SO23 ST25 ' +
	'sv28 TL23 TN24 tr26 UA29 va22 vg24 XK20 YE30';
const LENGTHS = new Map(COUNTRIES.split(' ').map((entry) => [entry.slice(0, 2).toLowerCase(), lengthOf(entry)]));

/** Typed with the other keyboard: capitals that look or sound like those of the countries around us, and O for nought. */
const LATIN: Record<string, string> = {
	...{ ф: 'f', и: 'i', і: 'i', е: 'e', с: 's', л: 'l', т: 't', у: 'u', а: 'a' },
	ј: 'j',
};
const OTHER = Object.keys(LATIN).join('');
const CYRILLIC = new RegExp(`[${OTHER}]`, 'g');

const GAP = '[\\s.-]{0,3}';
const START = new RegExp(`[a-z${OTHER}]${GAP}[a-z${OTHER}]${GAP}\\d${GAP}\\d`, 'g');
const SEPARATOR = /[\s.-]/;

/** Account numbers that hold, and the places that only look like one (no card is to be sought inside them). */
export function findIbans(text: string): { ibans: MaskSpan[]; shapes: MaskSpan[] } {
	const shapes: MaskSpan[] = [];
	const ibans: MaskSpan[] = [];
	for (const { 0: start, index } of matches(START, text)) {
		const found = beginsNumber(text, index) ? readAt(latinAt(text, index, start), index) : undefined;
		if (!found) continue;
		(remainder(found.letters) === 1 ? ibans : shapes).push({ start: index, end: found.end, kind: 'iban' });
	}
	return { ibans, shapes };
}

/** The same text, the country in Latin letters. */
function latinAt(text: string, index: number, start: string): string {
	if (!CYRILLIC.test(start)) return text;
	const latin = start.replace(CYRILLIC, (letter) => LATIN[letter] ?? letter);
	return text.slice(0, index) + latin + text.slice(index + start.length);
}

function lengthOf(entry: string): { length: number; letters: boolean } {
	return { length: Number(entry.slice(2)), letters: /^[a-z]/.test(entry) };
}

function beginsNumber(text: string, index: number): boolean {
	return !isLatin(text[index - 1]) || text.slice(index - 4, index) === 'iban';
}

function readAt(text: string, index: number): { letters: string; end: number } | undefined {
	const country = LENGTHS.get(
		text
			.slice(index, index + 8)
			.replace(/[^a-z]/g, '')
			.slice(0, 2),
	);
	const read = country && collect(text, index, country.length);
	if (!read || isGlued(text, read.end)) return undefined;
	const account = read.letters.slice(4);
	const digits = account.replace(/\D/g, '').length;
	return digits >= account.length * (country.letters ? 0.5 : 1) ? read : undefined;
}

/** More of a number stands right behind it; the word for the bank's own code may. */
function isGlued(text: string, end: number): boolean {
	return isLatin(text[end]) && !/^(?:bic|swift)/.test(text.slice(end, end + 5));
}

function collect(text: string, index: number, length: number): { letters: string; end: number } | undefined {
	let letters = '';
	for (let at = index, gap = 0; gap <= 3 && at < text.length; at++) {
		const letter = text[at] ?? '';
		if (isLatin(letter)) letters += letter;
		else if (!SEPARATOR.test(letter)) return undefined;
		if (letters.length === length) return { letters, end: at + 1 };
		gap = isLatin(letter) ? 0 : gap + 1;
	}
	return undefined;
}

/** ISO 7064: letters count from ten on, country and check digits go to the end, the rest by 97 must be 1. */
function remainder(letters: string): number {
	let rest = 0;
	for (const letter of letters.slice(4) + letters.slice(0, 4)) {
		const value = Number.parseInt(letter, 36);
		rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
	}
	return rest;
}
