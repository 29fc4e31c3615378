import { randomInt, randomUUID } from 'node:crypto';
import { type Answer, request, Visit } from '../../bench/common/request.ts';
import { patiently } from '../common/patiently.ts';
import { openWith } from '../common/visitor.ts';
import { codeOf } from '../fields/world.ts';

/** Twenty digits, the last one after Luhn: what somebody who guesses would not leave to chance. */
export function completed(first19: string): string {
	const sum = [...first19].reverse().reduce((total, digit, place) => total + weighted(Number(digit), place), 0);
	return first19 + String((10 - (sum % 10)) % 10);
}

function weighted(digit: number, place: number): number {
	if (place % 2 === 1) return digit;
	return digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
}

/** Chance, what people would choose, and the neighbours of codes that live; never one that does. */
export function guessNear(live: readonly string[]): string {
	const way = randomInt(10);
	const near = live[randomInt(live.length)] ?? '';
	const guess = completed(way < 6 ? digits(19) : way < 9 ? withOneOther(near.slice(0, 19)) : chosenByHand());
	return guess === near ? guessNear(live) : guess;
}

const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('');

function withOneOther(code: string): string {
	const place = randomInt(code.length);
	return code.slice(0, place) + String((Number(code[place]) + 1 + randomInt(9)) % 10) + code.slice(place + 1);
}

function chosenByHand(): string {
	const [digit, year] = [String(randomInt(10)), `19${randomInt(30, 99)}`];
	return [digit.repeat(19), '1234567890123456789', `${year}${digit.repeat(15)}`][randomInt(3)] ?? '';
}

/** One digit slipped: the check digit no longer fits. */
export function mistyped(code: string): string {
	const place = randomInt(20);
	return code.slice(0, place) + String((Number(code[place]) + 1 + randomInt(8)) % 10) + code.slice(place + 1);
}

/** A place of its own in the net, of so many as are wanted. */
export const sourceAt = (number: number): string => `127.1.${Math.floor(number / 250)}.${1 + (number % 250)}`;

/** Somebody who has a conversation, and its code. */
export async function openLive(address: string, number: number): Promise<string> {
	const visit = new Visit(address, sourceAt(2_000 + Math.floor(number / 20)));
	const key = randomUUID();
	await patiently(async () => {
		const status = await openWith(visit, key, 'a word that waits for an answer');
		if (status !== 303) throw new Error(`opening was answered with ${status}`);
	});
	return patiently(() => codeOf(visit));
}

type Trying = { readonly from: string; readonly who: 'owner' | 'guesser' };
export type Tried = { readonly isIn: boolean; readonly ms: number };

/**
 * Types a code. Who guesses asks for no page around the answer, and claims to come from elsewhere each time; that is
 * believed of nobody here (P15).
 */
export async function tryCode(address: string, code: string, { from, who }: Trying): Promise<Tried> {
	const begun = performance.now();
	const claimed = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;
	const guessing = { 'x-sveltekit-action': 'true', accept: 'application/json', 'x-forwarded-for': claimed };
	const headers = {
		...{ 'content-type': 'application/x-www-form-urlencoded', origin: address },
		...(who === 'guesser' ? guessing : { accept: 'text/html' }),
	};
	const answer = await request('POST', `${address}/ru/chat?/return`, { body: `code=${code}`, headers, from });
	return { isIn: isLetIn(answer), ms: performance.now() - begun };
}

function isLetIn({ status, headers }: Answer): boolean {
	if (status >= 500) throw new Error(`a code was answered with ${status}`);
	return (headers['set-cookie'] ?? []).some((cookie) => cookie.includes('silta_visitor=') && !cookie.includes('=;'));
}
