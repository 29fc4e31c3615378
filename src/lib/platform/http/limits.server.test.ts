import { afterEach, beforeEach, expect, test } from 'vitest';
import { turnClock } from '../clock.ts';
import { secondsToWait, sourceOf } from './limits.server.ts';

let time = Date.parse('2026-11-22T10:00:00Z');
let back: () => void;
beforeEach(() => (back = turnClock(() => time)));
afterEach(() => back());
const limit = { tries: 3, perMs: 60_000 };

test('after the last free try the answer says how long to wait, and time gives tries back', () => {
	expect([1, 2, 3].map(() => secondsToWait('a', 'x', limit))).toEqual([0, 0, 0]);
	expect(secondsToWait('a', 'x', limit)).toBe(20);
	time += 20_000;
	expect(secondsToWait('a', 'x', limit)).toBe(0);
});

test('another source and another purpose have tries of their own', () => {
	[1, 2, 3, 4].forEach(() => secondsToWait('b', 'x', limit));
	expect(secondsToWait('b', 'y', limit)).toBe(0);
	expect(secondsToWait('c', 'x', limit)).toBe(0);
});

test('an address is never its own name, and has another one tomorrow', () => {
	const first = sourceOf('192.0.2.7');
	expect(first).not.toContain('192');
	expect(sourceOf('192.0.2.7')).toBe(first);
	time += 86_400_000;
	expect(sourceOf('192.0.2.7')).not.toBe(first);
});

test('two addresses of one IPv6 household are one source', () => {
	expect(sourceOf('2001:db8:1:aa00::1')).toBe(sourceOf('2001:db8:1:aaff::2'));
});
