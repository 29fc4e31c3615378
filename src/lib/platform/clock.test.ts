import { afterEach, expect, test } from 'vitest';
import { addDays, dayOf, instantAt, today, elapsed, turnClock, weekdayOf } from './clock.ts';

let back: (() => void) | undefined;
afterEach(() => back?.());

test('the day is the day in Finland, also when it is still yesterday in UTC', () => {
	back = turnClock(() => Date.parse('2026-11-22T22:30:00Z'));
	expect(today()).toBe('2026-11-23');
	expect(today(30)).toBe('2026-12-23');
});

test('a wall time becomes the right instant in winter and in summer', () => {
	expect(instantAt('2026-01-15', '10:00').toISOString()).toBe('2026-01-15T08:00:00.000Z');
	expect(instantAt('2026-07-15', '10:00').toISOString()).toBe('2026-07-15T07:00:00.000Z');
});

test('on the days of the change the hours around it are right', () => {
	expect(instantAt('2026-03-29', '02:30').toISOString()).toBe('2026-03-29T00:30:00.000Z');
	expect(instantAt('2026-03-29', '03:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
	expect(instantAt('2026-03-29', '05:00').toISOString()).toBe('2026-03-29T02:00:00.000Z');
	expect(instantAt('2026-10-25', '03:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
	expect(instantAt('2026-10-25', '05:00').toISOString()).toBe('2026-10-25T03:00:00.000Z');
});

test('days are added over the end of a year, and weekdays count from Monday', () => {
	expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
	expect(weekdayOf('2026-11-22')).toBe(7);
	expect(weekdayOf('2026-11-23')).toBe(1);
	expect(dayOf(new Date('2026-11-22T00:00:00Z'))).toBe('2026-11-22');
});

test('what has elapsed goes on evenly when the clock jumps', () => {
	const before = elapsed();
	const back = turnClock(() => 0);
	expect(elapsed() - before).toBeGreaterThanOrEqual(0);
	expect(elapsed() - before).toBeLessThan(60_000);
	back();
});
