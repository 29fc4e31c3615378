import { expect, test } from 'vitest';
import { turnClock } from './clock.ts';
import { newId, randomDigits, randomNonce, randomToken, turnRandomness } from './randomness.server.ts';

test('ids sort by the time they were made, and are never the same', () => {
	let time = Date.parse('2026-11-22T10:00:00Z');
	const back = turnClock(() => (time += 1_000));
	const ids = Array.from({ length: 50 }, newId);
	back();
	expect(ids).toEqual([...ids].sort());
	expect(new Set(ids).size).toBe(50);
	expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('randomness can be turned, and turned back', () => {
	let next = 0;
	const back = turnRandomness({ below: (limit) => next++ % limit });
	expect(randomDigits(12)).toBe('012345678901');
	back();
	expect(new Set(Array.from({ length: 20 }, () => randomDigits(19))).size).toBe(20);
});

test('a token carries 256 bits and fits into an address', () => {
	expect(randomToken()).toMatch(/^[\w-]{43}$/);
});

test('no nonce comes twice, whatever was left of the stock, and none is left of a turned one', () => {
	const drawn = Array.from({ length: 2_000 }, (_, turn) => randomNonce(turn % 2 === 0 ? 12 : 16));
	expect(new Set(drawn.map((nonce) => nonce.toString('hex'))).size).toBe(2_000);
	expect(new Set(drawn.map((nonce) => nonce.length))).toEqual(new Set([12, 16]));
	const back = turnRandomness({ bytes: (length) => Buffer.alloc(length, 7) });
	expect(randomNonce(12)).toEqual(Buffer.alloc(12, 7));
	back();
	expect(randomNonce(12)).not.toEqual(Buffer.alloc(12, 7));
});
