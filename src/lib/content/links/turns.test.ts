import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { turnsByHost } from './turns.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a host is asked by one at a time, with a pause after each; another host need not wait', async () => {
	const inTurn = turnsByHost(1_000);
	const log: string[] = [];
	const work = (name: string) => async () => {
		log.push(`${name} begins`);
		await new Promise((resolve) => setTimeout(resolve, 100));
		log.push(`${name} ends`);
	};
	const all = [inTurn('a', work('a1')), inTurn('a', work('a2')), inTurn('b', work('b1'))];
	await vi.advanceTimersByTimeAsync(1_050);
	expect(log).toEqual(['a1 begins', 'b1 begins', 'a1 ends', 'b1 ends']);
	await vi.advanceTimersByTimeAsync(200);
	expect(log.slice(4)).toEqual(['a2 begins', 'a2 ends']);
	await Promise.all(all);
});

test('a turn that failed gives way to the next', async () => {
	const inTurn = turnsByHost(1_000);
	const failed = inTurn('a', () => Promise.reject(new Error('no'))).catch(() => 'failed');
	const next = inTurn('a', async () => 'next');
	await vi.advanceTimersByTimeAsync(1_000);
	expect(await Promise.all([failed, next])).toEqual(['failed', 'next']);
});
