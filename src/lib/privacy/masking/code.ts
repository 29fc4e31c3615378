import type { Folded } from './fold.ts';
import { digitsOf, type Group, rowsOfGroups } from './groups.ts';
import { isAmbiguous, isHarmless, looksPostal } from './harmless.ts';
import { findPasswords } from './password.ts';
import { type Link, linkTo, SAME_LIST } from './link.ts';
import { isLatin, type MaskSpan, overlaps } from './range.ts';
import type { Word, WordKind } from './words.ts';

/** One-time codes, PINs, passwords and user ids: what makes them secret is the word beside them. */
export function findCodes(folded: Folded, words: readonly Word[], carried?: WordKind): MaskSpan[] {
	const { text } = folded;
	const found: MaskSpan[] = [];
	for (const row of rowsOfGroups(text)) {
		const [start, end] = [row[0]?.start ?? 0, row[row.length - 1]?.end ?? 0];
		if (end - start < 3 || row[0]?.joined || isGlued(text, start, end)) continue;
		const link = listLink(text, found, start) ?? linkTo(text, words, start, end, carried);
		const span = link && readRow(row, link, folded);
		if (span) found.push(span);
	}
	const passwords = findPasswords(folded, words, carried);
	return [...found, ...passwords.filter(({ start, end }) => !overlaps(found, start, end))];
}

/** After a hidden code the next number of the list is one too. */
function listLink(text: string, found: readonly MaskSpan[], start: number): Link | undefined {
	const last = found[found.length - 1];
	const gap = last && text.slice(last.end, Math.min(start, last.end + 8));
	return last && start - last.end < 8 && SAME_LIST.test(gap ?? '') ? { kind: 'list', direct: true } : undefined;
}

function isGlued(text: string, start: number, end: number): boolean {
	return /[\p{L}/_#№§$€£₽@.+]/u.test(text[start - 1] ?? '') || isLatin(text[end]) || /[_@]/.test(text[end] ?? '');
}

function readRow(row: readonly Group[], link: Link, folded: Folded): MaskSpan | undefined {
	const first = row[0];
	const last = row[row.length - 1];
	if (!first || !last) return undefined;
	const digits = digitsOf(row, folded.text);
	if (isHarmless(row, digits, folded.text)) return undefined;
	if (looksPostal(digits, last.end, folded) || (isAmbiguous(digits, row) && !link.direct)) return undefined;
	if (fits(row, digits.length, link)) return { start: first.start, end: last.end, kind: 'code' };
	const alone = row.length > 1 && link.direct && fits([first], first.length, link);
	return alone ? { start: first.start, end: first.end, kind: 'code' } : undefined;
}

/** One number of the usual length however it is grouped, or several such numbers in a row. */
function fits(row: readonly Group[], digits: number, { kind, direct }: Link): boolean {
	const [least, most] = LENGTHS[kind];
	if (digits >= least && digits <= most) return digits > 3 || direct;
	return row.length > 1 && kind !== 'card' && row.every(({ length }) => length >= 4 && length <= most);
}

const LENGTHS: Record<Link['kind'], readonly [number, number]> = {
	code: [4, 8],
	password: [4, 10],
	user: [6, 10],
	card: [3, 4],
	list: [4, 10],
};
