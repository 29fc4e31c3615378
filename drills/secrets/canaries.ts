import { randomInt } from 'node:crypto';

/**
 * Numbers as people have them, good to the last check digit, that belong to nobody. Those of one run begin alike, so
 * that a whole disk can be searched for a few beginnings; how they go on says into which input each was typed.
 */
export type Canary = { readonly kind: Kind; readonly input: string; readonly number: string };
export type Kind = 'hetu' | 'iban' | 'card' | 'code';
export type Canaries = {
	/** A sentence with a fresh number of each kind, as somebody might write it into this input. */
	sentence(input: string): string;
	/** One fresh number. */
	number(kind: Kind, input: string): string;
	/** What all of a kind have in common, and no letter of it depends on the rest. */
	readonly beginnings: readonly string[];
	readonly made: readonly Canary[];
};

const HETU_MARKS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

export function makeCanaries(): Canaries {
	const birth = `${two(randomInt(10, 29))}${two(randomInt(10, 13))}${two(randomInt(30, 99))}`;
	const [account, card, code] = [digits(9), digits(10), `${randomInt(1, 10)}${digits(5)}`];
	const made: Canary[] = [];
	const make: Readonly<Record<Kind, (at: number) => string>> = {
		hetu: (at) => withMark(birth, 900 + (at % 100)),
		iban: (at) => inFours(withCheck(account + String(at).padStart(5, '0'))),
		card: (at) => inFours(withLuhn(`4${card}${String(at).padStart(4, '0')}`)),
		code: (at) => code + two(at % 100),
	};
	const number = (kind: Kind, input: string): string => {
		const fresh = make[kind](made.length);
		made.push({ kind, input, number: fresh });
		return fresh;
	};
	return {
		number,
		sentence: (input) =>
			`Мой код ${number('hetu', input)}, счёт ${number('iban', input)}, карта ${number('card', input)}. Код из смс: ${number('code', input)}`,
		beginnings: [
			`${birth}-9`,
			account.slice(0, 8),
			spaced(account),
			`4${card}`,
			inFours(`4${card}`).slice(0, 13),
			code,
		],
		made,
	};
}

/** As it stands within an account number written in fours: two check digits go before it. */
const spaced = (account: string): string => `${account.slice(0, 4)} ${account.slice(4, 8)}`;

/** Individual numbers 900–999 are given to no one for ever. */
function withMark(birth: string, individual: number): string {
	return `${birth}-${individual}${HETU_MARKS[Number(`${birth}${individual}`) % 31]}`;
}

function withCheck(account: string): string {
	// FI is 15 18 in the reckoning of check digits.
	return `FI${String(98n - (BigInt(`${account}151800`) % 97n)).padStart(2, '0')}${account}`;
}

function withLuhn(first: string): string {
	const sum = [...first].reverse().reduce((total, digit, place) => total + doubled(Number(digit), place), 0);
	return first + String((10 - (sum % 10)) % 10);
}

function doubled(digit: number, place: number): number {
	if (place % 2 === 1) return digit;
	return digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
}

const inFours = (number: string): string => number.replace(/(.{4})(?=.)/g, '$1 ');
const digits = (count: number): string => Array.from({ length: count }, () => randomInt(0, 10)).join('');
const two = (number: number): string => String(number).padStart(2, '0');
