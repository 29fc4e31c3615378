import type { Piece } from '../piece.ts';
import type { Range } from '../sentences.ts';

/** A meaning stands right after: in brackets, after a dash or colon, or as "X is", "X — это". */
const AFTER =
	/^[»”"’]?\s*(?:\(\s*\p{L}|[—–:]\s|eli\s|on\s|tarkoittaa|это\s|значит|означает|может значить|is\s|are\s|means|can\s(?:also\s)?mean|or\s)/u;
/** The meaning came first, and this is its name: "код (", "код: ", "код — это ". */
const BEFORE = /\p{L}[»”"]?\s*[(:—–,]\s*(?:это\s)?[«“”"]?$/u;

/** How far a meaning may be. */
const NEAR = 40;

/** Whether what the word means stands beside it. */
export function isExplained({ shown }: Piece, { start, end }: Range): boolean {
	const after = shown.slice(end, end + NEAR).replace(/^ {2}/, '');
	const before = shown.slice(Math.max(0, start - NEAR), start).replace(/ {5}$/, '');
	return AFTER.test(after) || BEFORE.test(before);
}
