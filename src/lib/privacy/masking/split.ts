import type { MaskKind, MaskSpan } from './range.ts';
import { namesSecret, saysLittle, scan } from './scan.ts';

/** `inBefore`: which of the messages before hold a part of it, and where; `inText` is null when none stands here. */
export type SplitSecret = { kind: MaskKind; inBefore: Piece[]; inText: MaskSpan | null };
type Piece = { message: number; span: MaskSpan };
type Found = { kind: MaskKind; inPrevious: MaskSpan; inText: MaskSpan | null };

type Ends = { tail: string; tailAt: number; head: string; headAt: number };

const REACH = 120;
/** As far as words may lead over from the first part to the second, and a little more. */
const NEAR = 30;
/** An account number is cut behind its first letter or its country. */
const ACCOUNT_BEGINS = /(?<!\p{L})\p{L}{1,2}\s?$/u;
const ACCOUNT_GOES_ON = /^\s?\p{L}?\s?\p{Nd}{1,2}/u;
const WORDS_AFTER = /[^\d•]{1,24}$/;
const WORDS_AHEAD = /^[^\d•]{1,24}(?=\d)/;

/** A secret over the author's last messages and this one: a number in parts, or one that only this message names. */
export function findSplitSecret(before: readonly string[], text: string): SplitSecret | null {
	// The longer reading first: the end of a long number may be a shorter one by chance.
	for (let first = Math.max(0, before.length - 2); first < before.length; first++) {
		const previous = before.slice(first).join('\n');
		const found = inTwoParts(previous, text) ?? namedAfterwards(previous, text);
		if (found) return { kind: found.kind, inText: found.inText, inBefore: piecesOf(found.inPrevious, before, first) };
	}
	return null;
}

/** The span over the joined messages, as the part of each. */
function piecesOf({ start, end, kind }: MaskSpan, before: readonly string[], first: number): Piece[] {
	const pieces: Piece[] = [];
	let at = 0;
	for (const [place, { length }] of before.slice(first).entries()) {
		const [from, to] = [Math.max(start - at, 0), Math.min(end - at, length)];
		if (from < to) pieces.push({ message: first + place, span: { start: from, end: to, kind } });
		at += length + 1;
	}
	return pieces;
}

/** "482190", and then "that is the code". */
function namedAfterwards(previous: string, text: string): Found | null {
	if (!saysLittle(previous) || !namesSecret(text)) return null;
	const span = scan(`${previous} ${text}`, []).find(({ end }) => end <= previous.length);
	return span ? { kind: span.kind, inPrevious: span, inText: null } : null;
}

/** The end of the previous message and the beginning of this one. */
function inTwoParts(previous: string, text: string): Found | null {
	const isAccount = ACCOUNT_BEGINS.test(previous) && ACCOUNT_GOES_ON.test(text);
	if (!isAccount && (!mayBegin(previous) || !mayEnd(text))) return null;
	for (const ends of waysToJoin(previous, text)) {
		for (const joint of jointsOf(ends)) {
			const found = acrossJoint(ends, joint);
			if (found) return found;
		}
	}
	return null;
}

/** Nearly every message ends here: to look for a number over two messages costs five times as much as within one. */
function mayBegin(previous: string): boolean {
	return /\p{Nd}/u.test(previous.slice(-NEAR));
}

/** A digit near the beginning, or the lone letter with which an identity code may end. */
function mayEnd(text: string): boolean {
	return /\p{Nd}/u.test(text.slice(0, NEAR)) || /^\P{L}*\p{L}(?!\p{L})/u.test(text);
}

/** As written; then without the words that lead over: "first half 4111 1111" / "and the rest 1111 1111". */
function waysToJoin(previous: string, text: string): Ends[] {
	const tailAt = Math.max(0, previous.length - REACH);
	const tail = previous.slice(tailAt).trimEnd();
	const headAt = text.length - text.trimStart().length;
	const head = text.slice(headAt, headAt + REACH);
	const shortTail = tail.replace(WORDS_AFTER, '');
	const skipped = WORDS_AHEAD.exec(head)?.[0].length ?? 0;
	const written = { tail, tailAt, head, headAt };
	if (shortTail === tail && skipped === 0) return [written];
	return [written, { tail: shortTail, tailAt, head: head.slice(skipped), headAt: headAt + skipped }];
}

/** Two digits may have stood together; anything else was apart. */
function jointsOf({ tail, head }: Ends): string[] {
	return /\p{Nd}$/u.test(tail) && /^\p{Nd}/u.test(head) ? ['', ' ', '-'] : [' ', '-'];
}

function acrossJoint({ tail, tailAt, head, headAt }: Ends, joint: string): Found | null {
	const headStart = tail.length + joint.length;
	const span = scan(tail + joint + head, []).find(({ start, end }) => start < tail.length && end > headStart);
	if (!span || (span.kind === 'code' && !isNumberOnly(head))) return null;
	const { kind } = span;
	return {
		kind,
		inPrevious: { start: tailAt + span.start, end: tailAt + tail.length, kind },
		inText: { start: headAt, end: headAt + span.end - headStart, kind },
	};
}

function isNumberOnly(head: string): boolean {
	return /^[\p{Nd}\s.-]+$/u.test(head);
}
