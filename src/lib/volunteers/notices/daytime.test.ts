import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantAt, wallTimeOf } from '#lib/platform/clock.ts';
import { byDay, reminderDue } from './daytime.ts';

const due = (day: string, time: string, at: [string, string]) => {
	const found = reminderDue(instantAt(day, time), instantAt(...at));
	return found && `${found.toISOString().slice(0, 10)} ${wallTimeOf(found)}`;
};

test('a reminder is due a day before, by day; for whoever took it later, three hours before; else none', () => {
	expect(due('2026-03-12', '12:00', ['2026-03-10', '08:00'])).toBe('2026-03-11 12:00');
	expect(due('2026-03-12', '07:30', ['2026-03-10', '08:00'])).toBe('2026-03-11 09:00');
	expect(due('2026-03-12', '22:00', ['2026-03-10', '08:00'])).toBe('2026-03-11 20:00');
	expect(due('2026-03-12', '12:00', ['2026-03-11', '13:00'])).toBe('2026-03-12 09:00');
	expect(due('2026-03-12', '12:00', ['2026-03-12', '10:00'])).toBeNull();
});

test('over the change of the clock it is still by day', () => {
	expect(due('2026-03-29', '09:00', ['2026-03-20', '08:00'])).toBe('2026-03-28 09:00');
	expect(due('2026-10-25', '20:00', ['2026-10-20', '08:00'])).toBe('2026-10-24 20:00');
});

test('nobody is woken, and nothing waits longer than a night', () => {
	const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
	fc.assert(
		fc.property(moment, (at) => {
			const then = byDay(at);
			expect(wallTimeOf(then) >= '09:00' && wallTimeOf(then) <= '20:00').toBe(true);
			expect(then.getTime() - at.getTime()).toBeGreaterThanOrEqual(0);
			expect(then.getTime() - at.getTime()).toBeLessThanOrEqual(14 * 3_600_000);
		}),
	);
});
