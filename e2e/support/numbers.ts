import { randomInt } from 'node:crypto';

/** Numbers as people have them, good to the last check digit, that belong to nobody. */
const HETU_MARKS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** Individual numbers 900–999 are given to no one for ever. */
export function someHetu(): string {
	const birth = `0${randomInt(1, 10)}0${randomInt(1, 10)}${randomInt(30, 99)}`;
	const individual = String(randomInt(900, 1_000));
	return `${birth}-${individual}${HETU_MARKS[Number(birth + individual) % 31]}`;
}

export function someIban(): string {
	const account = digits(14);
	// FI is 15 18 in the reckoning of check digits.
	const check = 98n - (BigInt(`${account}151800`) % 97n);
	return `FI${String(check).padStart(2, '0')}${account}`;
}

export function someCard(): string {
	const first = `4${digits(14)}`;
	const sum = [...first].reverse().reduce((total, digit, place) => total + luhn(Number(digit), place), 0);
	return first + String((10 - (sum % 10)) % 10);
}

export const inFours = (number: string): string => number.replace(/(.{4})(?=.)/g, '$1 ');

function luhn(digit: number, place: number): number {
	if (place % 2 === 1) return digit;
	return digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
}

function digits(count: number): string {
	return Array.from({ length: count }, () => randomInt(0, 10)).join('');
}
