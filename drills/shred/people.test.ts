import { expect, test } from 'vitest';
import { expiryOf, isAlive, LAST_DAY, plan } from './people.ts';

const COPIES = [1, 10, 36];

test('in each copy somebody stands whose words are to be dark at the end, and in the last one somebody whose are not', () => {
	for (const count of [24, 300]) {
		const people = plan(count);
		const alive = COPIES.map((day) => people.filter((person) => isAlive(person, day, LAST_DAY)).length);
		const there = COPIES.map((day) => people.filter((person) => expiryOf(person, day) !== null).length);
		expect(alive.slice(0, 2)).toEqual([0, 0]);
		expect(alive[2]).toBeGreaterThan(2);
		for (const [at, count] of there.entries()) expect(count).toBeGreaterThan(alive[at] ?? 0);
	}
});

test('who writes again moves her words to another day, and those of the copy are dark', () => {
	const person = { turn: 0, writesOn: [32, 40], id: '', visit: null };
	expect(expiryOf(person, 31)).toBeNull();
	expect([expiryOf(person, 36), expiryOf(person, 60)]).toEqual([62, 70]);
	expect(isAlive(person, 36, 39)).toBe(true);
	expect(isAlive(person, 36, 60)).toBe(false);
	expect(isAlive(person, 45, 70)).toBe(true);
	expect(isAlive(person, 45, 71)).toBe(false);
});
