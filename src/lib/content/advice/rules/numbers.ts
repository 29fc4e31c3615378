import { findSecrets } from '#lib/privacy/index.ts';
import type { Advice } from '../advice.ts';
import { at, type Piece } from '../piece.ts';
import type { ReadText } from '../read.ts';
import type { Range } from '../sentences.ts';

/** Finnish numbers as they are usually written, and the short ones of national lines. */
const PHONES = [
	/(?<![\d.,/–-])(?:(?:\+|00)358|0\d{1,3})[ -]?\d{2,4}(?:[ -]?\d{2,5}){0,3}(?![\d.,/–-]*\d)/g,
	/(?<![\d.,/–-])116 ?\d{3}(?![\d.,/–-]*\d)/g,
	/(?:soita|puh\.?|puhelin|звоните|позвонить|тел\.?|call|tel\.?|phone)(?:\s+(?:numeroon|по номеру|номер|number))?:?\s+(\d[\d ]{2,})(?![\d.,:/–-]*\d)/giu,
];
/** What no public text has a reason to hold, even as an example. */
const SECRETS: readonly string[] = ['hetu', 'iban', 'card'];

/** Numbers that send people, or money, to the wrong place. */
export function numbers({ pieces, setting }: ReadText): Advice[] {
	const known = new Set(setting.phones.map(digitsOf));
	return pieces.flatMap((piece) => [...phones(piece, known), ...secrets(piece)]);
}

function phones(piece: Piece, known: ReadonlySet<string>): Advice[] {
	const found = PHONES.flatMap((pattern) => [...piece.shown.matchAll(pattern)].map(rangeOf));
	const unread = found.filter(({ start, end }) => !known.has(digitsOf(piece.shown.slice(start, end))));
	return widest(unread).map((range) => at('phone', piece, range, {}, 'error'));
}

function rangeOf(found: RegExpExecArray): Range {
	const text = (found[1] ?? found[0]).trimEnd();
	const start = found.index + found[0].indexOf(text);
	return { start, end: start + text.length };
}

/** Two patterns may find the same number, or one a part of what the other finds. */
function widest(ranges: readonly Range[]): Range[] {
	return ranges.filter((one, index) => {
		const others = ranges.filter((other, place) => place !== index && holds(other, one));
		return others.every((other) => holds(one, other) && ranges.indexOf(other) > index);
	});
}

const holds = (outer: Range, inner: Range): boolean => outer.start <= inner.start && outer.end >= inner.end;

const digitsOf = (number: string): string => number.replace(/^\s*(?:\+|00)358\s*/, '0').replace(/\D/g, '');

function secrets(piece: Piece): Advice[] {
	const found = findSecrets(piece.shown).filter(({ kind }) => SECRETS.includes(kind));
	return found.map((range) => at('secret', piece, range, {}, 'error'));
}
