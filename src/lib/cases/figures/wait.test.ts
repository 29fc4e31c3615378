import { expect, test } from 'vitest';
import { becameOf } from './wait.ts';

const began = new Date('2026-11-02T08:00:00Z');
const after = (ms: number): Date => new Date(began.getTime() + ms);
const MINUTE = 60_000;

test('a wait is answered within the smallest of the limits that hold it', () => {
	const waited = [
		0,
		MINUTE,
		MINUTE + 1,
		5 * MINUTE,
		15 * MINUTE,
		60 * MINUTE,
		61 * MINUTE,
		1_440 * MINUTE,
		1_441 * MINUTE,
	];
	expect(waited.map((ms) => becameOf('answered', began, after(ms)))).toEqual([
		...['within-1', 'within-1', 'within-5', 'within-5', 'within-15', 'within-60'],
		...['within-1440', 'within-1440', 'later'],
	]);
});

test('who left, or was never answered, is told apart however long she waited', () => {
	expect(becameOf('abandoned', began, after(0))).toBe('abandoned');
	expect(becameOf('unanswered', began, after(MINUTE))).toBe('unanswered');
});

test('a clock that was turned back makes no wait of less than nothing', () => {
	expect(becameOf('answered', began, after(-MINUTE))).toBe('within-1');
});
