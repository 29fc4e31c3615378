import { expect, test } from 'vitest';
import { completed, guessNear, mistyped, sourceAt } from './codes.ts';

const live = ['4817302956610483927', '7093318254467190635', '2650914873306158842'].map(completed);
const isGood = (code: string): boolean => completed(code.slice(0, 19)) === code;

test('a guess is good to its check digit, and is no code that lives', () => {
	const guesses = Array.from({ length: 2_000 }, () => guessNear(live));
	expect(guesses.filter((guess) => !isGood(guess))).toEqual([]);
	expect(guesses.filter((guess) => live.includes(guess))).toEqual([]);
	expect(new Set(guesses).size).toBeGreaterThan(1_000);
});

test('one slip of a digit is seen, wherever it is', () => {
	for (const code of live) for (let time = 0; time < 300; time += 1) expect(isGood(mistyped(code))).toBe(false);
});

test('a thousand places are a thousand addresses', () => {
	expect(new Set(Array.from({ length: 1_000 }, (_, place) => sourceAt(place))).size).toBe(1_000);
});
