import { fill } from './fillings.ts';
import { harmless } from './harmless.ts';
import { card, code, hetu, iban, mistypedHetu, password } from './numbers.ts';
import { codes, identity, type Language, passwords, plain, users } from './phrases.ts';
import { Dice } from './random.ts';

export type Kind = 'hetu, valid' | 'hetu, mistyped with context' | 'iban' | 'card' | 'codes, passwords, user ids';
export type Positive = { kind: Kind; language: Language; text: string; start: number; end: number };
export type Negative = { language: Language; text: string };
export type Corpus = { positives: Positive[]; negatives: Negative[] };

/** `heldOut` takes the phrases with odd places in their lists, scored apart from the others. */
export function makeCorpus(seed: number, heldOut: boolean): Corpus {
	const dice = new Dice(seed);
	const positives: Positive[] = [];
	const add = (kind: Kind, phrases: Record<Language, readonly string[]>, value: (dice: Dice) => string, n: number) => {
		for (let i = 0; i < n; i++) positives.push(place(kind, phrases, value(dice), dice, heldOut));
	};
	add('hetu, valid', plain, hetu, 5000);
	add('hetu, mistyped with context', identity, mistypedHetu, 1000);
	add('iban', plain, iban, 3000);
	add('card', plain, card, 3000);
	add('codes, passwords, user ids', codes, code, 1200);
	add('codes, passwords, user ids', passwords, password, 500);
	add('codes, passwords, user ids', users, (d) => String(d.between(1, 9)) + d.digits(d.between(5, 9)), 300);
	return { positives, negatives: Array.from({ length: 50_000 }, () => negative(dice, heldOut)) };
}

function place(
	kind: Kind,
	phrases: Record<Language, readonly string[]>,
	value: string,
	dice: Dice,
	heldOut: boolean,
): Positive {
	const language = dice.pick(languages);
	const phrase = dice.pick(half(phrases[language], heldOut));
	const start = phrase.indexOf('#');
	return { kind, language, text: phrase.replace('#', () => value), start, end: start + value.length };
}

const languages: readonly Language[] = ['fi', 'sv', 'en', 'ru', 'uk', 'et', 'ar', 'so'];

function half(phrases: readonly string[], heldOut: boolean): readonly string[] {
	return phrases.filter((_, index) => (index % 2 === 1) === heldOut);
}

function negative(dice: Dice, heldOut: boolean): Negative {
	const language = dice.pick(languages);
	const line = dice.pick(half(harmless[language], heldOut));
	return { language, text: line.replace(/\{(\w+)\}/g, (_, slot: string) => fill(slot, dice)) };
}
