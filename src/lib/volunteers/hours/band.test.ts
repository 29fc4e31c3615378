import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Say } from '#lib/platform/i18n/say.ts';
import { rangeSaid, timeSaid } from '../ui/hours/said.ts';
import { bandOf, lineOf } from './band.ts';
import { isDay, monthSpan, monthsOf } from './months.ts';

const wish = { leastMinutes: 120, mostMinutes: 300 };

test('a month is below, within or above what she wished for, ends included', () => {
	const state = (minutes: number) => bandOf(wish, minutes).state;
	expect([0, 119, 120, 300, 301].map(state)).toEqual(['below', 'below', 'within', 'within', 'above']);
	expect(bandOf(wish, 90)).toEqual({ state: 'below', minutes: 90, left: 210 });
	expect(bandOf(wish, 400).left).toBe(0);
});

test('what is drawn is never longer than its line, and keeps its order', () => {
	const minutes = fc.integer({ min: 0, max: 10_000 });
	fc.assert(
		fc.property(minutes, minutes, minutes, minutes, (a, b, done, toCome) => {
			const [leastMinutes, mostMinutes] = [Math.min(a, b), Math.max(a, b)];
			const band = { month: '2026-11', leastMinutes, mostMinutes, done, toCome, state: 'within' } as const;
			const line = lineOf(band);
			expect(line.done + line.toCome).toBeLessThanOrEqual(1_001);
			expect(line.least).toBeLessThanOrEqual(line.most);
			expect(line.most).toBeLessThanOrEqual(1_000);
		}),
	);
});

test('a month has its last day, also in February and December; a day that is none is none', () => {
	expect(monthSpan('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
	expect(monthSpan('2026-12')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
	expect(monthsOf('2026').at(-1)).toBe('2026-12');
	expect(['2026-02-28', '2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', ''].map(isDay)).toEqual([
		...[true, false, false, false, false, false],
	]);
});

test('hours are said as short as it goes', () => {
	const say: Say = (key, values) => `${key.split('.').at(-1)} ${Object.values(values ?? {}).join(' ')}`;
	expect([0, 45, 60, 90].map((minutes) => timeSaid(say, minutes))).toEqual([
		...['hours 0', 'minutes 45', 'hours 1', 'both 1 30'],
	]);
	expect(rangeSaid(say, 120, 300)).toBe('range 2 5');
	expect(rangeSaid(say, 90, 300)).toBe('both 1 30 – hours 5');
	expect(rangeSaid(say, 120, 120)).toBe('hours 2');
});
