import { expect, test } from 'vitest';
import { contactSums, difference, slotOf, summed, waitSums } from './recount.ts';

const began = Date.parse('2026-03-29T01:30:00Z');

test('a wait is counted by the clock in Helsinki, also in the hour in which summer time begins', () => {
	expect(slotOf(began)).toBe('2026-03-01 7 4');
	expect(slotOf(began - 3_600_000)).toBe('2026-03-01 7 2');
	expect(slotOf(Date.parse('2026-02-28T22:30:00Z'))).toBe('2026-03-01 7 0');
});

test('a wait counted twice, and one that was forgotten, are both seen', () => {
	const right = waitSums({ waits: [{ began, channel: 'chat', became: 61_000 }], contacts: [] });
	const key = '2026-03-01 7 4 chat within-5';
	expect([...right]).toEqual([[key, 1]]);
	expect(difference(summed([[key, 2]]), right)).toEqual([`${key}: 2 instead of 1`]);
	expect(difference(summed([]), right)).toEqual([`${key}: 0 instead of 1`]);
	expect(difference(right, right)).toEqual([]);
});

test('what was closed as no contact is in no sum', () => {
	const codes = { topic: 'tax', serviceId: '', stuckAt: '', minutes: 5, guideMissing: false };
	const about = { closingId: 'x', channel: 'chat', language: 'ru', day: '2026-03-29' };
	const contacts = ['referred', 'not-a-contact'].map((outcome) => ({ ...codes, ...about, outcome }));
	expect([...contactSums({ waits: [], contacts }, ({ topic }) => topic)]).toEqual([['tax', 1]]);
});
