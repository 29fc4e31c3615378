import { inGroups, specimenHetu, specimenIban, withLuhnDigit } from '../../src/lib/privacy/masking/specimens.ts';
import { harmless } from './harmless.ts';
import { codes, identity, type Language, passwords, plain, users } from './phrases.ts';
import { Dice } from './random.ts';

export type Kind = 'hetu, valid' | 'hetu, mistyped with context' | 'iban' | 'card' | 'codes, passwords, user ids';
export type Positive = { kind: Kind; language: Language; text: string; start: number; end: number };
export type Negative = { language: Language; text: string };
export type Corpus = { positives: Positive[]; negatives: Negative[] };

/** `heldOut` takes the phrases with odd places in their lists, the others were there to tune on. */
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

const SIGNS = { 18: '+', 19: '-UVWXY', 20: 'ABCDEF' } as const;
const DASHES = ['-', '–', '—', '‐', '−', '\u2011', '－'];
const LOOKALIKES: Record<string, string> = { A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', K: 'К', M: 'М', P: 'Р', T: 'Т', X: 'Х' };

type Spelling = (code: string, dice: Dice) => string;

/** Twelve ways people write the same code. */
const spellings: readonly Spelling[] = [
	(code) => code,
	(code) => code.toLowerCase(),
	(code) => `${code.slice(0, 6)} ${code[6]} ${code.slice(7)}`,
	(code) => `${code.slice(0, 2)} ${code.slice(2, 4)} ${code.slice(4)}`,
	(code, dice) => code.replace('-', () => dice.pick(DASHES)),
	(code, dice) => insert(code, dice, '\u200b'),
	(code, dice) => insert(code, dice, '\u00a0'),
	(code) => Array.from(code, fullWidth).join(''),
	(code) => code.replace(/\d(?=.)/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
	(code) => code.replace(/[A-Z]/g, (letter) => LOOKALIKES[letter] ?? letter),
	(code) => `${code.slice(0, 7)}\n${code.slice(7)}`,
	(code) => `${code.slice(0, 2)}.${code.slice(2, 4)}.${code.slice(4)}`,
];

function hetu(dice: Dice): string {
	return dice.pick(spellings)(validHetu(dice), dice);
}

function validHetu(dice: Dice): string {
	const century = dice.pick([18, 19, 19, 19, 19, 20, 20] as const);
	const day = [dice.between(1, 28), dice.between(1, 12), dice.between(0, 99)].map((part) => String(part).padStart(2, '0'));
	const sign = century === 19 && dice.next() < 0.7 ? '-' : dice.pick([...SIGNS[century]]);
	return specimenHetu(day.join(''), sign, dice.between(900, 999));
}

function mistypedHetu(dice: Dice): string {
	const code = validHetu(dice);
	const at = dice.between(0, 5);
	return dice.pick([
		code.slice(0, 10) + dice.pick([...'ABCDEFHJKLMNPRSTUVWXY']),
		code.slice(0, at) + dice.between(0, 9) + code.slice(at + 1),
		code.slice(0, at) + code.slice(at + 1),
		code.slice(0, at) + code[at] + code.slice(at),
		code.slice(0, 7) + code.slice(8, 10) + code[7] + code[10],
		code.slice(0, 10),
	]);
}

function iban(dice: Dice): string {
	const [country, length] = dice.pick([['FI', 14], ['FI', 14], ['EE', 16], ['SE', 20], ['DE', 18], ['LT', 16], ['ES', 20]] as const);
	const number = specimenIban(country, dice.digits(length));
	const inFours = inGroups(number, 4, ' ');
	return dice.pick([number, number.toLowerCase(), inFours, inGroups(number, 4, '-'), inGroups(number, 4, '\u00a0'), spaced(number)]);
}

function spaced(number: string): string {
	return `${number.slice(0, 2)} ${number.slice(2, 4)} ${number.slice(4)}`;
}

function card(dice: Dice): string {
	const [first, length] = dice.pick([['4', 16], ['51', 16], ['2221', 16], ['37', 15], ['2200', 16], ['62', 16], ['5018', 16], ['36', 14], ['3530', 16]] as const);
	const number = withLuhnDigit(first + dice.digits(length - first.length - 1));
	const grouped = inGroups(number, 4, dice.pick([' ', '-', '\u00a0', '  ', '–']));
	return dice.pick([number, length === 16 ? grouped : number, insert(number, dice, '\u200b'), Array.from(number, fullWidth).join('')]);
}

function code(dice: Dice): string {
	const six = dice.digits(6);
	return dice.pick([
		six,
		six,
		String(dice.between(3000, 9999)),
		`${six.slice(0, 3)} ${six.slice(3)}`,
		dice.digits(8),
		`${dice.between(1000, 1899)} ${dice.between(2100, 9999)}`,
		dice.digits(5),
	]);
}

function password(dice: Dice): string {
	const word = dice.pick(['kissa', 'Sofia', 'Moskva', 'qwerty', 'Kuopio', 'zima', 'Ahmed', 'Kesa', 'пароль', 'Лето']);
	return dice.pick([word + dice.digits(2), word + dice.digits(4), `${word}${dice.digits(1)}!x`, `${word}_${dice.digits(3)}`, `${word}#${word}`]);
}

function insert(code: string, dice: Dice, mark: string): string {
	const at = dice.between(1, code.length - 1);
	return code.slice(0, at) + mark + code.slice(at);
}

function fullWidth(letter: string): string {
	return String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0);
}

function negative(dice: Dice, heldOut: boolean): Negative {
	const language = dice.pick(languages);
	const line = dice.pick(half(harmless[language], heldOut));
	return { language, text: line.replace(/\{(\w+)\}/g, (_, slot: string) => fill(slot, dice)) };
}

function fill(slot: string, dice: Dice): string {
	const make = slots[slot];
	if (!make) throw new Error(`No filling for {${slot}}`);
	return make(dice);
}

const slots: Record<string, (dice: Dice) => string> = {
	phone: (d) =>
		d.pick([
			`040 ${d.digits(3)} ${d.digits(4)}`,
			`+358 ${d.pick(['40', '50', '44'])} ${d.digits(7)}`,
			`+358${d.pick(['40', '50'])}${d.digits(7)}`,
			`0295 ${d.digits(3)} ${d.digits(3)}`,
			`0295 ${d.digits(3)}`,
			`017 ${d.digits(3)} ${d.digits(3)}`,
			`050-${d.digits(7)}`,
			`044${d.digits(7)}`,
			`09 310 ${d.digits(5)}`,
			`8 9${d.digits(2)} ${d.digits(3)}-${d.digits(2)}-${d.digits(2)}`,
			`+7 9${d.digits(2)} ${d.digits(3)} ${d.digits(2)} ${d.digits(2)}`,
			'116117',
		]),
	date: (d) => d.pick([`${d.between(1, 28)}.${d.between(1, 12)}.20${d.between(10, 29)}`, `20${d.between(10, 29)}-0${d.between(1, 9)}-1${d.digits(1)}`]),
	time: (d) => `${d.between(8, 20)}${d.pick([':', '.'])}${d.between(10, 59)}`,
	sum: (d) => d.pick([String(d.between(10, 20_000)), `${d.between(1, 99)} ${d.digits(3)}`, `${d.between(5, 999)},${d.digits(2)}`]),
	postal: (d) => `${d.between(0, 9)}${d.digits(3)}0`,
	year: (d) => String(d.between(1950, 2026)),
	order: (d) => d.pick([d.digits(8), d.digits(16), d.digits(12), `1${d.digits(9)}`]),
	ytunnus: (d) => `${d.digits(7)}-${d.digits(1)}`,
	diary: (d) => d.pick([`KELA/${d.digits(4)}/20${d.between(10, 29)}`, `${d.digits(3)}/${d.digits(2)}.01/20${d.between(10, 29)}`]),
	form: (d) => d.pick(['VAL 3', 'KT 1', 'Y 121', 'EV 226', 'SV 6']),
	address: (d) => `${d.pick(['Puijonkatu', 'Mannerheimintie', 'Kauppakatu'])} ${d.between(1, 150)} ${d.pick(['A', 'B', 'C'])} ${d.between(1, 99)}`,
	count: (d) => String(d.between(2, 40)),
	ean: (d) => `64${d.digits(11)}`,
	project: (d) => `S${d.between(20000, 29999)}`,
	version: (d) => `${d.between(1, 20)}.${d.between(0, 9)}.${d.between(0, 30)}`,
};
