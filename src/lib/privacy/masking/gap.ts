import { isDigit } from './range.ts';
import { alternatives, LETTERS, patternsOf, wholeWords } from './vocabulary.ts';

const REACH = 48;
/** All of them are written out, so that a look is enough. */
const SMALL = new Set(patternsOf('small').map(({ source }) => source));
const WORDS = new RegExp(`[${LETTERS}]+`, 'g');
const AND = wholeWords('and');
const LOST = wholeWords('lost');
const TYPED = new RegExp(`^(?:${alternatives('typed')})$`);
const IS_BEFORE = new RegExp(`(?:[:=]|(?<![${LETTERS}])(?:${alternatives('is')}))\\s*$`);
const IS = new RegExp(`[=-]|(?<![${LETTERS}])(?:${alternatives('is')})(?![${LETTERS}])`);
const SENTENCE_END = /[.!?؟](?=\s)|\n/;

/** Nothing but small words and signs stands here. */
export function isDirect(gap: string): boolean {
	return gap.length <= REACH && !/[\d.!?؟•]/.test(gap) && countOtherWords(gap) === 0;
}

/** Words of a text that are not the small ones. */
export function countOtherWords(text: string): number {
	return (text.match(WORDS) ?? []).filter((word) => !SMALL.has(word)).length;
}

export function countWords(text: string): number {
	return text.match(WORDS)?.length ?? 0;
}

/** "The code did not come", "I forgot the password": the number after it is something else. */
export function saysLost(gap: string): boolean {
	return LOST.test(gap);
}

export function beginsAnother(gap: string): boolean {
	return AND.test(gap);
}

export function endsSentence(gap: string): boolean {
	return SENTENCE_END.test(gap);
}

/** Only what stands after the last end of a sentence; null when there is none. */
export function lastSentence(gap: string): string | null {
	const pieces = gap.split(SENTENCE_END);
	return pieces.length > 1 ? (pieces.pop() ?? '') : null;
}

/** "I entered 4821": the words before the number say that it was typed or told. */
export function isTyped(before: string): boolean {
	const sentence = lastSentence(before) ?? before;
	const words = sentence.slice(endOfLastNumber(sentence)).match(WORDS) ?? [];
	const verb = words.reverse().find((word) => TYPED.test(word) || !SMALL.has(word));
	return verb !== undefined && TYPED.test(verb);
}

function endOfLastNumber(sentence: string): number {
	let end = sentence.length;
	while (end > 0 && !isDigit(sentence[end - 1]) && sentence[end - 1] !== '•') end--;
	return end;
}

/** "4821 is my PIN", "4821 — my PIN". */
export function saysIs(gap: string): boolean {
	return IS.test(gap);
}

/** A colon or "is" stands right before the value. */
export function isTold(before: string): boolean {
	return IS_BEFORE.test(before);
}
