import { isTold } from './gap.ts';
import { digitsOf, type Group, rowsOfGroups } from './groups.ts';
import { isAmbiguous, isHarmless, looksPostal } from './harmless.ts';
import type { Known } from './known.ts';
import { type Link, linkTo, SAME_LIST } from './link.ts';
import { findPasswords } from './password.ts';
import { isLatin, type MaskSpan, settle } from './range.ts';
import { LETTERS, alternatives } from './vocabulary.ts';

const LENGTHS: Record<Link['kind'], readonly [number, number]> = {
	code: [4, 8],
	password: [4, 12],
	user: [6, 10],
	card: [3, 8],
	list: [4, 10],
};
const BESIDE_CARD = 80;
const IS = `(?:${alternatives('is')})(?![${LETTERS}])`;
/** "No. 34 is 8821": the number that follows is the one that was asked for. */
const OWN_VALUE = new RegExp(`^\\s*(?:[:=]|-\\s|${IS})\\s*(?:\\d{4,8}(?!\\d)|•)`);

/** One-time codes, PINs, passwords and user ids: what makes them secret is the word beside them. */
export function findCodes(known: Known): MaskSpan[] {
	const { text } = known.folded;
	const found: MaskSpan[] = [];
	if (known.words.length === 0 && !known.carried) return found;
	let handedOn: Link | undefined;
	for (const row of rowsOfGroups(text)) {
		const place = { start: row[0]?.start ?? 0, end: row[row.length - 1]?.end ?? 0 };
		const index = isIndex(row, place.end, text);
		if (!index && isApart(row, place, text)) continue;
		const link = handedOn ?? listLink(text, found, place.start) ?? linkTo(text, known.words, place, known.carried);
		handedOn = link?.direct && index ? link : undefined;
		if (link && !handedOn) found.push(...readRow(row, link, known));
	}
	return settle([...found, ...findPasswords(known)]);
}

/** After a hidden code the next number of the list is one too. */
function listLink(text: string, found: readonly MaskSpan[], start: number): Link | undefined {
	const last = found[found.length - 1];
	const gap = last && text.slice(last.end, Math.min(start, last.end + 8));
	return last && start - last.end < 8 && SAME_LIST.test(gap ?? '') ? { kind: 'list', direct: true } : undefined;
}

/** The place of a key on the card, before the key itself. */
function isIndex(row: readonly Group[], end: number, text: string): boolean {
	return row.length === 1 && (row[0]?.length ?? 9) <= 4 && OWN_VALUE.test(text.slice(end, end + 24));
}

/** Part of a date, of a word or of an address. */
function isApart(row: readonly Group[], { start, end }: { start: number; end: number }, text: string): boolean {
	if (end - start < 3 || row[0]?.joined) return true;
	return /[\p{L}/_#№§$€£₽@.+]/u.test(text[start - 1] ?? '') || isLatin(text[end]) || /[_@]/.test(text[end] ?? '');
}

function readRow(row: readonly Group[], link: Link, known: Known): MaskSpan[] {
	const values = withoutIndexes(row);
	if (values.length < row.length) return values.flatMap((group) => readRow([group], link, known));
	const first = row[0];
	const last = row[row.length - 1];
	if (!first || !last || !mayBeCode(row, link, known)) return [];
	if (fits(row, link, known)) return [{ start: first.start, end: last.end, kind: 'code' }];
	const alone = row.length > 1 && link.direct && fits([first], link, known);
	return alone ? [{ start: first.start, end: first.end, kind: 'code' }] : [];
}

/** "01 4471 02 9920": places of a key list, each with its key. */
function withoutIndexes(row: readonly Group[]): readonly Group[] {
	const isList = row.length % 2 === 0 && row.every(({ length }, i) => (i % 2 === 0 ? length < 3 : length > 3));
	return isList ? row.filter((_, i) => i % 2 === 1) : row;
}

function mayBeCode(row: readonly Group[], link: Link, { folded }: Known): boolean {
	const { text } = folded;
	const [start, end] = [row[0]?.start ?? 0, row[row.length - 1]?.end ?? 0];
	const digits = digitsOf(row, text);
	if (isHarmless(row, digits, text) || looksPostal(digits, end, folded)) return false;
	if (!isAmbiguous(digits, row)) return true;
	return link.direct && (link.kind !== 'password' || isTold(text.slice(Math.max(0, start - 16), start)));
}

/** One number of the usual length however it is grouped, or several such numbers in a row. */
function fits(row: readonly Group[], { kind, direct }: Link, { sure }: Known): boolean {
	const digits = row.reduce((sum, { length }) => sum + length, 0);
	const start = row[0]?.start ?? 0;
	if (digits === 3 && kind === 'code') return isBesideCard(sure, start);
	const [least, most] = LENGTHS[kind];
	if (digits >= least && digits <= most) return digits > 3 || direct;
	return row.length > 1 && kind !== 'card' && row.every(({ length }) => length >= 4 && length <= most);
}

/** The number on the back is told after the one on the front. */
function isBesideCard(sure: readonly MaskSpan[], start: number): boolean {
	return sure.some(({ kind, end }) => kind === 'card' && end <= start && start - end < BESIDE_CARD);
}
