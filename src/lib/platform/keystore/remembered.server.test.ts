import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { remembered } from './remembered.server.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what is past its time is gone from memory, though nobody asks for it', () => {
	const held = remembered<string>(60_000, 10);
	held.set('a', 'key');
	vi.advanceTimersByTime(59_999);
	expect([held.size, held.get('a')]).toEqual([1, 'key']);
	vi.advanceTimersByTime(1);
	expect(held.size).toBe(0);
});

test('each goes at its own time, and setting again begins anew', () => {
	const held = remembered<number>(60_000, 10);
	held.set('a', 1);
	vi.advanceTimersByTime(30_000);
	held.set('b', 2);
	held.set('a', 3);
	vi.advanceTimersByTime(45_000);
	expect([held.get('a'), held.get('b')]).toEqual([3, 2]);
	vi.advanceTimersByTime(15_000);
	expect(held.size).toBe(0);
});

test('what was dropped or is too much is gone at once', () => {
	const held = remembered<number>(60_000, 3);
	for (const id of ['a', 'b', 'c']) held.set(id, 1);
	held.delete('b');
	expect([held.get('b'), held.size]).toEqual([undefined, 2]);
	held.set('d', 1);
	held.set('e', 1);
	expect([held.size, held.get('e')]).toEqual([1, 1]);
	held.clear();
	expect(held.size).toBe(0);
});
