import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, weekdayOf } from '#lib/platform/clock.ts';
import { holidayOn, holidaysOf } from './holidays.ts';

test('the holidays of 2026 are those of the Finnish calendar', () => {
	expect([...holidaysOf(2026)].sort()).toEqual([
		['2026-01-01', 'new-year'],
		['2026-01-06', 'epiphany'],
		['2026-04-03', 'good-friday'],
		['2026-04-05', 'easter'],
		['2026-04-06', 'easter-monday'],
		['2026-05-01', 'may-day'],
		['2026-05-14', 'ascension'],
		['2026-05-24', 'pentecost'],
		['2026-06-19', 'midsummer-eve'],
		['2026-06-20', 'midsummer'],
		['2026-10-31', 'all-saints'],
		['2026-12-06', 'independence'],
		['2026-12-24', 'christmas-eve'],
		['2026-12-25', 'christmas'],
		['2026-12-26', 'boxing-day'],
	]);
});

test('Easter of many years falls where the tables of the church have it', () => {
	const sundays = ['2000-04-23', '2008-03-23', '2011-04-24', '2024-03-31', '2027-03-28', '2038-04-25'];
	expect(sundays.map(holidayOn)).toEqual(sundays.map(() => 'easter'));
});

test('in every year the movable ones fall on their weekday, each within its week', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
			const days = new Map([...holidaysOf(year)].map(([day, name]) => [name, day]));
			const weekday = (name: string): number => weekdayOf([...days].find(([known]) => known === name)?.[1] ?? '');
			expect(['easter', 'good-friday', 'easter-monday', 'ascension', 'midsummer', 'all-saints'].map(weekday)).toEqual([
				...[7, 5, 1, 4, 6, 6],
			]);
			expect(addDays(days.get('midsummer-eve') ?? '', 1)).toBe(days.get('midsummer'));
		}),
	);
});
