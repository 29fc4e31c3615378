import { inGroups, specimenHetu, specimenIban, withLuhnDigit } from '../../src/lib/privacy/masking/specimens.ts';
import type { Dice } from './random.ts';

const SIGNS = { 18: '+', 19: '-UVWXY', 20: 'ABCDEF' } as const;
const DASHES = ['-', '–', '—', '‐', '−', '\u2011', '－'];
const LOOKALIKES: Record<string, string> = {
	A: 'А',
	B: 'В',
	C: 'С',
	E: 'Е',
	H: 'Н',
	K: 'К',
	M: 'М',
	P: 'Р',
	T: 'Т',
	X: 'Х',
};

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

export function hetu(dice: Dice): string {
	return dice.pick(spellings)(validHetu(dice), dice);
}

function validHetu(dice: Dice): string {
	const century = dice.pick([18, 19, 19, 19, 19, 20, 20] as const);
	const day = [dice.between(1, 28), dice.between(1, 12), dice.between(0, 99)].map((part) =>
		String(part).padStart(2, '0'),
	);
	const sign = century === 19 && dice.next() < 0.7 ? '-' : dice.pick([...SIGNS[century]]);
	return specimenHetu(day.join(''), sign, dice.between(900, 999));
}

export function mistypedHetu(dice: Dice): string {
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

export function iban(dice: Dice): string {
	const [country, length] = dice.pick([
		['FI', 14],
		['FI', 14],
		['EE', 16],
		['SE', 20],
		['DE', 18],
		['LT', 16],
		['ES', 20],
	] as const);
	const number = specimenIban(country, dice.digits(length));
	const inFours = inGroups(number, 4, ' ');
	return dice.pick([
		number,
		number.toLowerCase(),
		inFours,
		inGroups(number, 4, '-'),
		inGroups(number, 4, '\u00a0'),
		spaced(number),
	]);
}

function spaced(number: string): string {
	return `${number.slice(0, 2)} ${number.slice(2, 4)} ${number.slice(4)}`;
}

export function card(dice: Dice): string {
	const [first, length] = dice.pick([
		['4', 16],
		['51', 16],
		['2221', 16],
		['37', 15],
		['2200', 16],
		['62', 16],
		['5018', 16],
		['36', 14],
		['3530', 16],
	] as const);
	const number = withLuhnDigit(first + dice.digits(length - first.length - 1));
	const grouped = inGroups(number, 4, dice.pick([' ', '-', '\u00a0', '  ', '–']));
	return dice.pick([
		number,
		length === 16 ? grouped : number,
		insert(number, dice, '\u200b'),
		Array.from(number, fullWidth).join(''),
	]);
}

export function code(dice: Dice): string {
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

export function password(dice: Dice): string {
	const word = dice.pick(['kissa', 'Sofia', 'Moskva', 'qwerty', 'Kuopio', 'zima', 'Ahmed', 'Kesa', 'пароль', 'Лето']);
	return dice.pick([
		word + dice.digits(2),
		word + dice.digits(4),
		`${word}${dice.digits(1)}!x`,
		`${word}_${dice.digits(3)}`,
		`${word}#${word}`,
	]);
}

function insert(code: string, dice: Dice, mark: string): string {
	const at = dice.between(1, code.length - 1);
	return code.slice(0, at) + mark + code.slice(at);
}

function fullWidth(letter: string): string {
	return String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0);
}
