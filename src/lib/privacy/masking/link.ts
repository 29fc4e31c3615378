import {
	beginsAnother,
	countOtherWords,
	countWords,
	endsSentence,
	isDirect,
	isTyped,
	lastSentence,
	saysIs,
	saysLost,
} from './gap.ts';
import { LETTERS } from './vocabulary.ts';
import { firstFrom, type Word, type WordKind } from './words.ts';

/** How a number hangs on a secret word. `direct`: nothing but small words and signs between them. */
export type Link = { kind: 'code' | 'password' | 'user' | 'card' | 'list'; direct: boolean };
export type Place = { start: number; end: number };

const REACH = 48;
const FAR = 60;
const MOST_WORDS = 6;
const REACH_BACK = 40;
const MOST_WORDS_BACK = 3;
const OWN_NUMBER = /^[\s:=-]{0,4}\d/;
const SIX_DIGITS = /^(?:\d{6}|\d{3}[ -]\d{3}|\d\d[ -]\d\d[ -]\d\d)$/;
const LIST_WORD = '(?:ja|och|and|и|і|та|و|iyo|tai|or|или|або|eller|või|ama|او)';
/** What may stand between the numbers of one list. */
export const SAME_LIST = new RegExp(`^[\\s,;/&+.)-]{0,4}(?:${LIST_WORD}(?![${LETTERS}])[\\s,;-]{0,3})?$`);

/** The word that makes this number a secret, if there is one; `carried` comes from the message before. */
export function linkTo(text: string, words: readonly Word[], place: Place, carried?: WordKind): Link | undefined {
	const next = firstFrom(words, place.start);
	const before = lastSpeaking(text, words, next, place.start);
	const ahead = before && forward(text, before, place.start);
	if (ahead) return ahead;
	if (before && isLabel(before) && isDirect(text.slice(before.end, place.start))) return undefined;
	const after = words[next];
	return backward(text, after, place.end) ?? byItself(text, [before, after], place) ?? asLink(carried, true);
}

/** A label speaks for the first number after it only: "key no. 34 is 8821". "Code number" is a code. */
function lastSpeaking(text: string, words: readonly Word[], next: number, start: number): Word | undefined {
	const last = words[next - 1];
	if (!last || !isLabel(last)) return last;
	const previous = words[next - 2];
	const isSpent = start - last.end < REACH && /\d/.test(text.slice(last.end, start));
	const isPart = last.kind === 'weak' && previous && isDirect(text.slice(previous.end, last.start));
	return isSpent || isPart ? previous : last;
}

function forward(text: string, word: Word, start: number): Link | undefined {
	if (start - word.end > REACH) return undefined;
	const gap = text.slice(word.end, start);
	if (isDirect(gap)) return asLink(word.kind, true);
	if (/\d{4}|•/.test(gap) || saysLost(gap)) return undefined;
	const sentence = lastSentence(gap);
	const isNear = sentence === null ? countWords(gap) <= MOST_WORDS : isDirect(sentence);
	return isNear ? asLink(word.kind, false) : undefined;
}

/** "1234 is my PIN", unless the word has a number of its own after it. */
function backward(text: string, word: Word | undefined, end: number): Link | undefined {
	if (!word || word.start - end > REACH_BACK) return undefined;
	const gap = text.slice(end, word.start);
	if (OWN_NUMBER.test(text.slice(word.end, word.end + 5)) || beginsAnother(gap)) return undefined;
	if (isDirect(gap)) return asLink(word.kind, saysIs(gap));
	const isNear = !/[\d•]/.test(gap) && !endsSentence(gap) && !saysLost(gap) && countOtherWords(gap) <= MOST_WORDS_BACK;
	return isNear ? asLink(word.kind, false) : undefined;
}

/** Six digits, or a number that somebody typed: less is needed than a word right beside it. */
function byItself(text: string, words: readonly (Word | undefined)[], { start, end }: Place): Link | undefined {
	const isStrong = SIX_DIGITS.test(text.slice(start, end)) || isTyped(text.slice(Math.max(0, start - REACH), start));
	if (!isStrong) return undefined;
	for (const word of words) {
		const gap = word && text.slice(Math.min(word.end, end), Math.max(word.start, start));
		if (gap === undefined || gap.length > FAR || /[\d•]/.test(gap) || saysLost(gap)) continue;
		const link = word && asLink(word.kind, false);
		if (link) return link;
	}
	return undefined;
}

function isLabel({ kind }: Word): boolean {
	return kind === 'label' || kind === 'weak';
}

function asLink(kind: WordKind | undefined, direct: boolean): Link | undefined {
	if (kind === 'code' || kind === 'password' || kind === 'user' || kind === 'card') return { kind, direct };
	return undefined;
}
