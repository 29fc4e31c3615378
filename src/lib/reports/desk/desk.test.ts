import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Waited, waitsByChannel, waitsOf, weekOf } from './desk.ts';
import { periodOf, periodsFor } from './period.ts';

const LIMITS = ['quick', 'soon', 'late'];
const BECAME = [...LIMITS, 'abandoned', 'unanswered', 'blocked'];
const one = (became: string, times: number, more: Partial<Waited> = {}): Waited => ({
	...{ weekday: 1, hour: 10, channel: 'chat', became, times },
	...more,
});

test('the answered share leaves out the blocked, and counts who left and whom nobody answered', () => {
	const waits = waitsOf(
		[one('quick', 2), one('late', 1), one('abandoned', 1), one('unanswered', 2), one('blocked', 9)],
		LIMITS,
	);
	expect(waits).toMatchObject({ arrived: 15, answered: 3, abandoned: 1, unanswered: 2, blocked: 9, share: 0.5 });
	expect(waitsOf([one('blocked', 3)], LIMITS).share).toBeNull();
});

test('half, and nine of ten, had their answer within the limit that is named', () => {
	const limits = (quick: number, soon: number, late: number) => {
		const { median, ninth } = waitsOf([one('quick', quick), one('soon', soon), one('late', late)], LIMITS);
		return [median, ninth];
	};
	expect(limits(5, 4, 1)).toEqual(['quick', 'soon']);
	expect(limits(4, 5, 1)).toEqual(['soon', 'soon']);
	expect(limits(5, 3, 2)).toEqual(['quick', 'late']);
	expect(limits(0, 0, 0)).toEqual([null, null]);
});

test('the week runs from the first hour in which anybody came to the last', () => {
	const week = weekOf([
		one('quick', 2, { hour: 9 }),
		one('abandoned', 3, { weekday: 7, hour: 11 }),
		one('blocked', 0, { hour: 3 }),
	]);
	expect(week.hours).toEqual([9, 10, 11]);
	expect(week.days).toHaveLength(7);
	expect(week.days[0]?.map(({ came }) => came)).toEqual([2, 0, 0]);
	expect(week.days[6]?.[2]).toEqual({ weekday: 7, hour: 11, came: 3, missed: 3 });
	expect(week.most).toBe(3);
	expect(weekOf([])).toEqual({ hours: [], days: [], most: 0 });
});

test('channels and hours are parts of one whole', () => {
	const some = fc.record({
		weekday: fc.integer({ min: 1, max: 7 }),
		hour: fc.integer({ min: 0, max: 23 }),
		channel: fc.constantFrom('chat', 'phone', 'question'),
		became: fc.constantFrom(...BECAME),
		times: fc.nat(9),
	});
	fc.assert(
		fc.property(fc.array(some, { maxLength: 30 }), (waited) => {
			const { arrived } = waitsOf(waited, LIMITS);
			const sum = (numbers: number[]): number => numbers.reduce((all, number) => all + number, 0);
			expect(arrived).toBe(sum(waited.map(({ times }) => times)));
			expect(sum(waitsByChannel(waited, LIMITS).map((row) => row.arrived))).toBe(arrived);
			expect(
				sum(
					weekOf(waited)
						.days.flat()
						.map(({ came }) => came),
				),
			).toBe(arrived);
		}),
	);
});

test('a period is a month, a quarter or a year, and nothing else is one', () => {
	expect(periodOf('2026-02')).toEqual({ code: '2026-02', from: '2026-02-01', to: '2026-02-28' });
	expect(periodOf('2028-02')?.to).toBe('2028-02-29');
	expect(periodOf('2026-Q4')).toEqual({ code: '2026-Q4', from: '2026-10-01', to: '2026-12-31' });
	expect(periodOf('2026')).toEqual({ code: '2026', from: '2026-01-01', to: '2026-12-31' });
	for (const code of ['', '2026-13', '2026-Q5', '26', "2026'--", '2026-1']) expect(periodOf(code)).toBeNull();
});

test('there is a year of months to choose from, with their quarters and years', () => {
	const codes = periodsFor('2026-02-15').map(({ code }) => code);
	expect(codes.slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12']);
	expect(codes).toContain('2025-03');
	expect(codes.slice(12)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2', '2026', '2025']);
});
