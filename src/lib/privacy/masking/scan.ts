import { findCards } from './card.ts';
import { findBackNumbers } from './cardBack.ts';
import { findCodes } from './code.ts';
import { fold, foldWords } from './fold.ts';
import { findHetus, findMistypedHetus } from './hetu.ts';
import { findIbans } from './iban.ts';
import { countOtherWords } from './gap.ts';
import { inOriginal, type MaskSpan, overlaps, settle } from './range.ts';
import { findWords, type Word, type WordKind } from './words.ts';

const BARE_LENGTH = 60;
const BARE_WORDS = 2;
const WORTH_READING = /[\p{Nd}\p{No}]|\S[!@#$%^&*_+=~]|[:=«»"“”„]|\s\p{Pd}\s/u;

/** One reading of a text; `before` are the author's earlier messages, whose words explain a bare number. */
export function scan(original: string, before: readonly string[]): MaskSpan[] {
	if (!WORTH_READING.test(original)) return [];
	const folded = fold(original);
	const words = findWords(folded.text);
	const carried = isBare(folded.text, words) ? carriedWord(before) : undefined;
	const numbers = findNumbers(folded.text, words, carried);
	const codes = findCodes({ folded, words, carried, sure: numbers }).filter(
		({ start, end }) => !overlaps(numbers, start, end),
	);
	return settle([...numbers, ...codes].map((span) => inOriginal(span, folded)));
}

function findNumbers(text: string, words: readonly Word[], carried: WordKind | undefined): MaskSpan[] {
	const { ibans, shapes } = findIbans(text);
	const hetus = findHetus(text).filter(({ start, end }) => !overlaps(ibans, start, end));
	const sure = [...ibans, ...hetus];
	const cards = findCards(text, [...sure, ...shapes]);
	const taken = settle([...sure, ...cards, ...findBackNumbers(text, cards)]);
	const mistyped = findMistypedHetus(text, words, carried === 'hetu');
	return [...taken, ...mistyped.filter(({ start, end }) => !overlaps(taken, start, end))];
}

/** A number or so, and hardly a word beside it. */
export function saysLittle(original: string): boolean {
	if (original.length > BARE_LENGTH || !WORTH_READING.test(original)) return false;
	const text = foldWords(original);
	return isBare(text, findWords(text));
}

/** A short message that calls something a secret and holds no number itself. */
export function namesSecret(original: string): boolean {
	if (original.length > BARE_LENGTH || /\p{Nd}/u.test(original)) return false;
	return findWords(foldWords(original)).some(isSecret);
}

function isSecret({ kind }: Word): boolean {
	return kind !== 'label' && kind !== 'weak';
}

function isBare(text: string, words: readonly Word[]): boolean {
	return text.length <= BARE_LENGTH && words.length === 0 && countOtherWords(text) <= BARE_WORDS;
}

function carriedWord(before: readonly string[]): WordKind | undefined {
	const words = findWords(before.map(foldWords).join('\n'));
	return words.filter(isSecret).pop()?.kind;
}
