import { expect, test } from 'vitest';
import { freeTicket } from './tickets.server.ts';

const given = (...tickets: readonly number[]) => tickets.map((ticket) => ({ ticket }));

test('whoever goes over keeps her number where nobody has it, else she is given another one', () => {
	expect(freeTicket(given(2000), 4321)).toBe(4321);
	const other = freeTicket(given(4321), 4321);
	expect(other).toBeGreaterThan(999);
	expect(other).toBeLessThan(10_000);
	expect(other).not.toBe(4321);
});

test('the last free number is found, and then there is none', () => {
	const all = Array.from({ length: 9_000 }, (_, place) => place + 1_000);
	expect(freeTicket(given(...all.filter((one) => one !== 7777)))).toBe(7777);
	expect(freeTicket(given(...all))).toBeNull();
});
