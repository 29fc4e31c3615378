import { type Folded, originalOf } from './fold.ts';
import { isDirect } from './link.ts';
import type { MaskSpan } from './range.ts';
import type { Word, WordKind } from './words.ts';

const REACH = 32;
const TOKEN = /[^\s•]{4,64}/gu;
const OUTSIDE = /^[«»"'“”„(<]+|[.,;:?)»"'“”>]+$/g;
const ADDRESS = /@\w|:\/\/|^www\.|^\p{L}[\p{L}\d-]*(?:\.\p{L}{2,})+(?:\/|$)|^\/|^https?:/u;
const BRAND = /^(?:windows|office|win|iphone|ipad|android|galaxy|samsung|version|microsoft|wifi|web)[-\d.]*$/;
const ANSWER = /^[:=]\s?/;

/** The token right after a word for a password (or for a code, if it is letters and digits mixed). */
export function findPasswords(folded: Folded, words: readonly Word[], carried?: WordKind): MaskSpan[] {
	const places = words.map(({ kind, end }) => ({ kind, end }));
	if (carried) places.push({ kind: carried, end: 0 });
	return places.flatMap(({ kind, end }) => {
		const accepts = kind === 'password' ? isPassword : kind === 'code' ? isMixedCode : undefined;
		return accepts ? tokenAfter(folded, end, accepts) : [];
	});
}

type Test = (token: string, written: string, gap: string) => boolean;

function tokenAfter(folded: Folded, from: number, accepts: Test): MaskSpan[] {
	const { text } = folded;
	const part = text.slice(from, from + REACH + 64);
	for (const match of part.matchAll(TOKEN)) {
		const at = match.index ?? 0;
		const gap = part.slice(0, at);
		if (at > REACH) return [];
		const start = from + at + (match[0].length - match[0].replace(/^[«»"'“”„(<:=-]+/, '').length);
		const token = text.slice(start, from + at + match[0].length).replace(OUTSIDE, '');
		const end = start + token.length;
		const written = originalOf(folded, start, end);
		if (token.length < 4 || !accepts(token, written, text.slice(from, start))) continue;
		if (isDirect(gap) || isAnswer(gap) || isNear(gap, token)) return [{ start, end, kind: 'code' }];
	}
	return [];
}

/** "The password of the site is as follows: …": other words may stand between if a colon ends them. */
function isAnswer(gap: string): boolean {
	return /[:=]\s?$/.test(gap) && !/[.!?]\s|[\d•]/.test(gap);
}

/** Few words between are allowed if what follows could hardly be a word. */
function isNear(gap: string, token: string): boolean {
	const isStrange = /\p{L}{3}/u.test(token) && /\d\d/.test(token);
	return isStrange && !/[.!?,;]\s|[\d•\n]/.test(gap) && gap.trim().split(/\s+/).length <= 3;
}

function isPassword(token: string, written: string, gap: string): boolean {
	if (ADDRESS.test(token) || BRAND.test(token) || /^[\d.,:/-]+$/.test(token)) return false;
	if (/\d/.test(token) && /\p{L}/u.test(token)) return true;
	if (/[!@#$%^&*_+=~]./.test(token) && /[\p{L}\d]/u.test(token)) return true;
	return ANSWER.test(gap.trimStart()) && (/\p{Ll}\p{Lu}/u.test(written) || /^[a-z]{5,}$/.test(written));
}

function isMixedCode(token: string): boolean {
	return /^[a-z\d]{5,12}$/.test(token) && (token.match(/\d/g)?.length ?? 0) > 1 && /[a-z]/.test(token);
}
