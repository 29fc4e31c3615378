import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, weekdayOf } from '#lib/platform/clock.ts';
import { type Course, daysOf, skippedDays } from './rule.ts';

const NOTHING = { holidays: false, spans: [] };
const course = (one: Partial<Course> & Pick<Course, 'rule' | 'from'>): Course => ({
	...{ until: null, times: null, skip: NOTHING },
	...one,
});
const tuesdays = { kind: 'weekly', weekdays: [2], every: 1 } as const;

test('the spring’s club: every Tuesday but one is twenty-two dates', () => {
	const skip = { holidays: true, spans: [{ from: '2026-04-07', to: '2026-04-07' }] };
	const days = daysOf(course({ rule: tuesdays, from: '2026-01-13', until: '2026-06-16', skip }), '2027-12-31');
	expect(days).toHaveLength(22);
	expect(days).not.toContain('2026-04-07');
});

test('the second and the fourth Thursday, ten times', () => {
	const rule = { kind: 'monthly', nths: [2, 4], weekday: 4 } as const;
	const days = daysOf(course({ rule, from: '2026-01-08', times: 10 }), '2027-12-31');
	expect(days).toHaveLength(10);
	expect([days[0], days[1], days.at(-1)]).toEqual(['2026-01-08', '2026-01-22', '2026-05-28']);
});

test('the last weekday of a month is the last, whether it is the fourth or the fifth', () => {
	const rule = { kind: 'monthly', nths: ['last'], weekday: 5 } as const;
	const days = daysOf(course({ rule, from: '2026-01-01', times: 4 }), '2026-12-31');
	expect(days).toEqual(['2026-01-30', '2026-02-27', '2026-03-27', '2026-04-24']);
});

test('every second week is counted from the week of the first day, whatever is left out', () => {
	const rule = { kind: 'weekly', weekdays: [1, 3], every: 2 } as const;
	const skip = { holidays: true, spans: [] };
	expect(daysOf(course({ rule, from: '2026-03-25', skip }), '2026-05-10')).toEqual([
		...['2026-03-25', '2026-04-08', '2026-04-20', '2026-04-22', '2026-05-04', '2026-05-06'],
	]);
	expect(skippedDays(course({ rule, from: '2026-03-25', skip }), '2026-05-10')).toEqual(['2026-04-06']);
});

test('a number of times is of dates that are held: what is left out is made up for', () => {
	const skip = { holidays: false, spans: [{ from: '2026-02-10', to: '2026-02-24' }] };
	expect(daysOf(course({ rule: tuesdays, from: '2026-02-03', times: 3, skip }), '2026-12-31')).toEqual([
		...['2026-02-03', '2026-03-03', '2026-03-10'],
	]);
});

test('listed days are in order, each once', () => {
	const rule = { kind: 'dates', days: ['2026-05-02', '2026-03-01', '2026-05-02', '2025-01-01'] } as const;
	expect(daysOf(course({ rule, from: '2026-01-01' }), '2026-12-31')).toEqual(['2026-03-01', '2026-05-02']);
});

test('whatever is asked, days are in order, within the ends, on the weekday, and none is left out twice', () => {
	const day = fc.integer({ min: 0, max: 800 }).map((plus) => addDays('2025-06-01', plus));
	const rule = fc.record({
		kind: fc.constant('weekly' as const),
		weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
		every: fc.constantFrom(1 as const, 2 as const, 4 as const),
	});
	fc.assert(
		fc.property(rule, day, day, fc.boolean(), (given, from, until, holidays) => {
			const whole = course({ rule: given, from, until, skip: { holidays, spans: [] } });
			const days = daysOf(whole, '2028-12-31');
			const all = daysOf({ ...whole, skip: NOTHING }, '2028-12-31');
			expect(days).toEqual([...new Set(days)].sort());
			expect(days.every((one) => from <= one && one <= until && given.weekdays.includes(weekdayOf(one)))).toBe(true);
			expect([...days, ...skippedDays(whole, '2028-12-31')].sort()).toEqual(all);
		}),
		{ numRuns: 60 },
	);
});
