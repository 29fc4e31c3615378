import { beginsAnother, countWords, endsSentence, isDirect, isTold, isTyped, saysLost } from './gap.ts';
import type { Known } from './known.ts';
import { originalOf } from './fold.ts';
import { type MaskSpan, settle } from './range.ts';
import { isMixedCode, isPlainWord, isStrange, saysStatus, type Token, tokensIn, writtenOf } from './token.ts';
import { firstFrom, type Word } from './words.ts';

const REACH = 48;
const MOST_WORDS = 6;
const ANSWER = /[:=]\s?$/;
/** Only where one of these stands a password can be told from other words; most texts hold none. */
const ODD = /\d(?:(?<=\p{L}[-.]?\d)|(?=[-.]?\p{L}))|[!@#$%^&*_+=~:]|-(?<=\s-)\s/u;
/** Any letter, and a few signs: quicker told than letters alone. */
const MAYBE_LETTER = '[^\\s\\d!-/:-@[-`{-~]';
/** The same, but quickly told from most texts: without one of these nothing above is there. */
const MAYBE_ODD = new RegExp(`[!@#$%^&*_+=~:]|\\s-\\s|\\d[-.]?${MAYBE_LETTER}|${MAYBE_LETTER}[-.]?\\d`);
const CAPITALISED = /\s\p{Lu}\p{Ll}{3}/u;
const QUOTE = /[«"“”„]/;
const DASH = /^(?:\s*[:=]\s?|\s-\s)$/;
const QUOTED = /^(?<gap>[^«»"“”„•\n]{0,32})[«"“”„](?<value>[^«»"“”„•\n]{3,40})[»"“”]/;
const MIXED = /\d-?[a-z]|[a-z]-?\d/;
const CAPITAL = /^\p{Lu}\p{Ll}+$/u;

type Reading = (known: Known, word: Pick<Word, 'start' | 'end'>) => MaskSpan[];

/** The value after a word for a password, or before it; after a word for a code only what a machine has mixed. */
export function findPasswords(known: Known): MaskSpan[] {
	const places = known.words.map(({ kind, start, end }) => ({ kind, start, end }));
	if (known.carried) places.push({ kind: known.carried, start: 0, end: 0 });
	return settle(places.flatMap((place) => READINGS[place.kind]?.flatMap((read) => read(known, place)) ?? []));
}

const READINGS: Partial<Record<Word['kind'], readonly Reading[]>> = {
	password: [quoted, after, before],
	code: [mixedAfter],
};

/** Between quotation marks it may be several words. */
function quoted({ folded }: Known, { end }: { end: number }): MaskSpan[] {
	const part = folded.text.slice(end, end + 80);
	const found = QUOTE.test(part) ? QUOTED.exec(part) : null;
	const { gap = '', value = '' } = found?.groups ?? {};
	if (!found || saysStatus(value) || !(isDirect(gap) || ANSWER.test(gap))) return [];
	const start = end + gap.length + 1;
	return [{ start, end: start + value.length, kind: 'code' }];
}

function after({ folded, words }: Known, { end }: { end: number }): MaskSpan[] {
	const found: MaskSpan[] = [];
	const part = originalOf(folded, end, Math.min(end + REACH + 64, folded.text.length));
	if (!isOdd(part) && !CAPITALISED.test(part)) return found;
	for (const token of tokensIn(folded, end, end + REACH + 64)) {
		const last = found[found.length - 1]?.end ?? end;
		const gap = folded.text.slice(last, token.start);
		if (gap.length > REACH || isName(token, words)) break;
		if (isValue(token, gap)) found.push({ start: token.start, end: token.end, kind: 'code' });
	}
	return found;
}

function isOdd(part: string): boolean {
	return MAYBE_ODD.test(part) && ODD.test(part);
}

function isValue(token: Token, gap: string): boolean {
	if (isStrange(token)) return isDirect(gap) || isAnswer(gap) || isNear(gap);
	if (!isPlainWord(token)) return false;
	if (DASH.test(gap) || (isAnswer(gap) && /^\P{L}*$/u.test(gap.slice(-3)) && isDirect(gap))) return true;
	return isDirect(gap) && isTold(gap) && CAPITAL.test(writtenOf(token));
}

/** "The password of the site is as follows: …": other words may stand between if a colon ends them. */
function isAnswer(gap: string): boolean {
	return ANSWER.test(gap) && !/[.!?]\s|[\d•]/.test(gap);
}

/** Few words between are allowed if what follows could hardly be a word. */
function isNear(gap: string): boolean {
	return (
		!/[\d•,;]/.test(gap) && !endsSentence(gap) && !beginsAnother(gap) && !saysLost(gap) && countWords(gap) <= MOST_WORDS
	);
}

/** "I tried Winter25! as the password". */
function before({ folded, words }: Known, { start }: { start: number }): MaskSpan[] {
	if (!isOdd(folded.text.slice(Math.max(0, start - REACH), start))) return [];
	const token = [...tokensIn(folded, Math.max(0, start - REACH), start)].filter(isStrange).pop();
	if (!token || isName(token, words)) return [];
	const gap = folded.text.slice(token.end, start);
	const isSaid = isTyped(folded.text.slice(Math.max(0, token.start - REACH), token.start)) && isNear(gap);
	return isSaid || (isDirect(gap) && gap.trim() !== '') ? [{ start: token.start, end: token.end, kind: 'code' }] : [];
}

function mixedAfter({ folded, words }: Known, { end }: { end: number }): MaskSpan[] {
	if (!MIXED.test(folded.text.slice(end, end + REACH + 16))) return [];
	for (const token of tokensIn(folded, end, end + REACH + 16)) {
		const gap = folded.text.slice(end, token.start);
		if (isName(token, words) || gap.length > REACH) return [];
		const isLinked = isDirect(gap) || (writtenOf(token) === writtenOf(token).toUpperCase() && isNear(gap));
		if (isLinked && isMixedCode(token) && isStrange(token))
			return [{ start: token.start, end: token.end, kind: 'code' }];
	}
	return [];
}

/** A word that names something is no value: "password: PIN1". */
function isName({ start, end }: Token, words: readonly Word[]): boolean {
	const word = words[firstFrom(words, start)];
	return word !== undefined && word.start <= start && end - word.end < 2;
}
