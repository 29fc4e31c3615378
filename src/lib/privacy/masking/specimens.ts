import { passesLuhn } from './card.ts';

const CHECK = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** A code that belongs to nobody: individual numbers from 900 on are never given to people. */
export function specimenHetu(day: string, sign: string, individual: number): string {
	const number = String(individual).padStart(3, '0');
	if (individual < 900 || individual > 999) throw new RangeError('Only numbers 900–999 are free for tests');
	return `${day}${sign}${number}${CHECK[Number(day + number) % 31]}`;
}

export function specimenIban(country: string, account: string): string {
	const digits = Array.from(`${account}${country}00`, (letter) => Number.parseInt(letter, 36)).join('');
	return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${account}`;
}

/** The given digits and the one that makes them pass: a card number or a return code. */
export function withLuhnDigit(digits: string): string {
	const last = Array.from('0123456789').find((digit) => passesLuhn(digits + digit));
	return digits + last;
}

export function inGroups(digits: string, size: number, separator: string): string {
	return (digits.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(separator);
}
