import type { Folded } from './fold.ts';
import type { Group } from './groups.ts';
import { alternatives, LETTERS } from './vocabulary.ts';

const SIGNS = '€|%|\\$|£|₽';
const UNIT = new RegExp(`^[\\s-]{0,2}(?:${SIGNS}|(?:${alternatives('unit')})(?![${LETTERS}]))`);
const CURRENCY = /[+€$£₽]\s?$/;
const DATE = /^(?:(?:19|20)\d\d[ -][01]?\d[ -][0-3]?\d|[0-3]?\d[ -][01]?\d[ -](?:19|20)\d\d)$/;
const PHONE_START = /^0(?:[1-9]00|20|29|4|50)/;

/** A sum, an amount of something, a phone number, a date, a Finnish business id. */
export function isHarmless(row: readonly Group[], digits: string, text: string): boolean {
	const [start, end] = [row[0]?.start ?? 0, row[row.length - 1]?.end ?? 0];
	const isAmount = UNIT.test(text.slice(end, end + 16)) || CURRENCY.test(text.slice(Math.max(0, start - 2), start));
	const isDate = isSpanOfYears(digits, row) || DATE.test(text.slice(start, end));
	return isAmount || isDate || isPhone(row, digits) || isBusinessId(row, text);
}

/** A year or a short service number such as 116117 is told from a code only by what stands right beside it. */
export function isAmbiguous(digits: string, row: readonly Group[]): boolean {
	return row.length === 1 && /^(?:(?:19|20)\d\d|116\d{3})$/.test(digits);
}

/** "70100 Kuopio": five digits and a name. */
export function looksPostal(digits: string, end: number, { original, from }: Folded): boolean {
	const next = from[end] ?? original.length;
	return digits.length === 5 && /^ \p{Lu}\p{Ll}/u.test(original.slice(next, next + 4));
}

function isPhone(row: readonly Group[], digits: string): boolean {
	const lengths = row.map(({ length }) => length);
	if (digits.startsWith('00') && digits.length > 8) return true;
	if (/^[78]9\d{9}$|^358\d{6,}/.test(digits)) return true;
	if (!/^0[1-9]/.test(digits) || digits.length < 7 || digits.length > 12) return false;
	if (row.length === 1) return digits.length > 8;
	const listOfFours = lengths.every((length) => length === 4);
	return (lengths[0] ?? 0) <= 4 && (!listOfFours || PHONE_START.test(digits));
}

function isBusinessId(row: readonly Group[], text: string): boolean {
	const [number, check] = row;
	return number?.length === 7 && check?.length === 1 && text.slice(number.end, check.start).trim() === '-';
}

function isSpanOfYears(digits: string, row: readonly Group[]): boolean {
	return row.length === 2 && /^(?:(?:19|20)\d\d){2}$/.test(digits) && digits.slice(0, 4) <= digits.slice(4);
}
