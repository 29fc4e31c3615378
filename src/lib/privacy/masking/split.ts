import type { MaskKind, MaskSpan } from './range.ts';
import { scan } from './scan.ts';

export type SplitSecret = { kind: MaskKind; inPrevious: MaskSpan; inText: MaskSpan };

type Ends = { tail: string; tailAt: number; head: string; headAt: number };

const REACH = 120;
/** As far as words may lead over from the first part to the second, and a little more. */
const NEAR = 30;
const JOINTS = [' ', '-'];
const WORDS_AFTER = /[^\d•]{1,24}$/;
const WORDS_AHEAD = /^[^\d•]{1,24}(?=\d)/;

/** A number whose first part ends the author's previous message and whose last part begins this one. */
export function findSplitSecret(previous: string, text: string): SplitSecret | null {
	if (!mayBegin(previous) || !mayEnd(text)) return null;
	for (const ends of waysToJoin(previous, text)) {
		for (const joint of JOINTS) {
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

function acrossJoint({ tail, tailAt, head, headAt }: Ends, joint: string): SplitSecret | null {
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
