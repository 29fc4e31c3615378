import { expect, test } from 'vitest';
import type { Course } from '../../series/rule.ts';
import { recurrenceOf } from './recurrence.ts';

const TUESDAYS: Course = {
	...{ rule: { kind: 'weekly', weekdays: [2], every: 1 }, from: '2026-01-13', until: '2026-03-31', times: null },
	skip: { holidays: true, spans: [] },
};

test('what is left out is named, and what comes beside the rule stands by itself', () => {
	const days = ['2026-01-13', '2026-01-20', '2026-01-29', '2026-02-03', '2026-02-10'];
	expect(recurrenceOf(TUESDAYS, days)).toEqual({
		repeats: {
			...{ rule: TUESDAYS.rule, first: '2026-01-13', last: '2026-02-10', count: null, leftOut: ['2026-01-27'] },
		},
		alone: ['2026-01-29'],
	});
});

test('a series of so many times is counted only where its first day is in view', () => {
	const ten: Course = { ...TUESDAYS, until: null, times: 10 };
	const all = ['2026-01-13', '2026-01-20', '2026-01-27', '2026-02-03'];
	expect(recurrenceOf(ten, all).repeats?.count).toBe(4);
	expect(recurrenceOf(ten, all.slice(1)).repeats?.count).toBeNull();
});

test('a rule that is hardly true any more gives way to a list', () => {
	const sparse = ['2026-01-13', '2026-02-10', '2026-03-24', '2026-03-25'];
	expect(recurrenceOf(TUESDAYS, sparse)).toEqual({ repeats: null, alone: sparse });
	expect(recurrenceOf({ ...TUESDAYS, rule: { kind: 'dates', days: sparse } }, sparse).repeats).toBeNull();
});

test('every second week is reckoned on from a later day too', () => {
	const second: Course = { ...TUESDAYS, rule: { kind: 'weekly', weekdays: [2], every: 2 } };
	const { repeats, alone } = recurrenceOf(second, ['2026-01-27', '2026-02-10', '2026-02-24']);
	expect([repeats?.first, repeats?.leftOut, alone]).toEqual(['2026-01-27', [], []]);
});
