import { digitsOf, type Group, rowsOfDigits } from './groups.ts';
import { isLatin, type MaskSpan, overlaps } from './range.ts';

// First digits of the issuers, by the lengths their numbers have.
const ISSUERS: readonly [lengths: string, first: RegExp][] = [
	['13 16 19', /^4/],
	['15', /^3[47]/],
	['14 16 17 18 19', /^3(?:0[0-5]|095|[689])/],
	// Mastercard; RuPay, Troy, Uzcard, Humo, ArCa, Belkart.
	['16', /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720|508|8[12]|9792|8600|9860|9051|9112)/],
	// Mir, JCB, Discover, UnionPay.
	['16 17 18 19', /^(?:220[0-4]|352[89]|35[3-8]|6011|6[25]|64[4-9]|60)/],
	// Maestro.
	['13 14 15 16 17 18 19', /^(?:50|5[6-8]|6304|67)/],
];
const CARD_GROUPS = /^(?:4444|4444[1-3]|465|464|13|14|15|16|17|18|19)$/;
const CODE_GROUPS = /^(?:44444|20)$/;
const MOST_GROUPS = 8;
const MOST_IN_PATTERN = 5;
/** The return code's; the longest card has one fewer. */
const DIGITS = 20;

const ORDER = new RegExp(
	'order|tilau|viite|lasku|lahety|seuranta|asianumero|asiakasnumero|diaari|dnro|viivakood|barcode|imei|\\bean\\b|' +
		'track|invoice|referen|faktur|bestall|arve|tellimu|saadetis|заказ|замовл|счет|рахун|трек|отслежив|посылк|' +
		'дел[ао]|справ|طلب|فاتور|dalab|qaansheeg',
);
const CARD = /card|kort|visa|amex|mastercard|maestro|карт|kaart|kaar|بطاق/;
const LABEL_REACH = 28;

/** Bank cards, and this site's own return codes: both end in a Luhn digit. */
export function findCards(text: string, taken: readonly MaskSpan[]): MaskSpan[] {
	return rowsOfDigits(text).flatMap((row) => cardsOfRow(row, text, taken));
}

export function passesLuhn(digits: string): boolean {
	let sum = 0;
	for (let i = 0; i < digits.length; i++) {
		const digit = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 1 : 2);
		sum += digit > 9 ? digit - 9 : digit;
	}
	return sum % 10 === 0;
}

function cardsOfRow(row: readonly Group[], text: string, taken: readonly MaskSpan[]): MaskSpan[] {
	if (digitsIn(row) < 13) return [];
	const found: MaskSpan[] = [];
	for (let first = 0; first < row.length; ) {
		const [span, groups] = longestFrom(row, first, text, taken);
		if (span) found.push(span);
		first += groups;
	}
	return found;
}

function longestFrom(row: readonly Group[], first: number, text: string, taken: readonly MaskSpan[]) {
	const most = first === 0 && row.length <= DIGITS ? row.length : MOST_IN_PATTERN;
	for (let count = Math.min(most, row.length - first); count > 0; count--) {
		const span = readGroups(row, first, count, text);
		if (span && !overlaps(taken, span.start, span.end) && isFree(text, span)) return [span, count] as const;
	}
	return [undefined, 1] as const;
}

function readGroups(row: readonly Group[], first: number, count: number, text: string): MaskSpan | undefined {
	const groups = row.slice(first, first + count);
	const total = digitsIn(groups);
	if (total < 13 || total > DIGITS || !isShape(groups, total, row, first)) return undefined;
	const digits = digitsOf(groups, text);
	if ((total < DIGITS && !hasIssuer(digits)) || !passesLuhn(digits)) return undefined;
	return { start: groups[0]?.start ?? 0, end: groups[count - 1]?.end ?? 0, kind: total < DIGITS ? 'card' : 'code' };
}

function digitsIn(groups: readonly Group[]): number {
	return groups.reduce((sum, { length }) => sum + length, 0);
}

/** Alone in its row a number may be grouped in any way; beside others only as it is printed. */
function isShape(groups: readonly Group[], total: number, row: readonly Group[], first: number): boolean {
	const lengths = groups.map(({ length }) => length).join('');
	if (groups.length === row.length && (groups.length <= MOST_GROUPS || /^(\d)\1*$/.test(lengths))) return true;
	if (total < DIGITS) return CARD_GROUPS.test(lengths);
	const inMoreFours = row[first - 1]?.length === 4 || row[first + groups.length]?.length === 4;
	return CODE_GROUPS.test(lengths) && !inMoreFours;
}

function hasIssuer(digits: string): boolean {
	return ISSUERS.some(([lengths, first]) => lengths.split(' ').includes(String(digits.length)) && first.test(digits));
}

/** Not a piece of something longer, and not called an order, invoice or parcel. */
function isFree(text: string, { start, end }: MaskSpan): boolean {
	const before = text.slice(Math.max(0, start - LABEL_REACH), start);
	if (isLatin(text[end]) || /[+/_]$/.test(before)) return false;
	if (/[a-z]$/.test(before)) return CARD.test(before);
	const label = before.search(ORDER);
	return label < 0 || CARD.test(before.slice(label));
}
