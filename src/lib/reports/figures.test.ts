import { expect, test } from 'vitest';
import { type Count, quantity } from '#lib/ledger/index.ts';
import {
	dueBy,
	lastDayOf,
	monthsBetween,
	planAgainstActual,
	quarterOf,
	quartersBetween,
	quartersOf,
	sharesOf,
} from './figures.ts';
import type { Project } from './project.ts';

const names = { en: 'x' };
const line = (id: string, ...targets: Project['versions'][number]['lines'][number]['targets']) => ({
	id,
	activity: id,
	names,
	targets,
});
const project: Project = {
	id: 'p',
	position: 0,
	organisation: 'o',
	kind: 'running',
	isDemonstration: true,
	code: null,
	names,
	summary: names,
	starts: '2026-01-01',
	ends: '2026-12-31',
	applicant: { name: names, kind: 'association' },
	facts: [],
	versions: [
		{
			version: 2,
			dated: null,
			lines: [line('chat', { measure: 'hoursPerWeek', min: 12, max: 12 }, { measure: 'contacts', min: 365, max: 365 })],
		},
		{ version: 1, dated: null, lines: [line('old', { measure: 'contacts', min: 1, max: 1 })] },
	],
	byTopic: [{ code: 'health', contacts: 100 }],
	reported: [],
	deviations: [],
};
const HOURS = { measure: 'hours', min: 200, max: 240 } as const;
const count = (key: Count['key'], times: number, unit: Count['unit'] = 'contact'): Count => ({
	...quantity(unit, times),
	...{ key, minutes: 0 },
});

test('each countable target of the last plan stands beside what was counted, and an even pace', () => {
	const [chat, ...rest] = planAgainstActual(project, [count({ planLine: 'chat' }, 40)], '2026-02-19');
	expect(chat).toMatchObject({ unit: 'contact', target: { measure: 'contacts' }, actual: 40, due: 50 });
	expect(rest).toEqual([]);
});

test('hours stand beside their target to the quarter, or after the plan, and are added to nothing else', () => {
	const planned = { ...project, versions: [{ version: 1, dated: null, lines: [line('chat', HOURS)] }] };
	const counts = [count({ planLine: 'chat' }, 40.75, 'hour'), count({ planLine: null }, 1.5, 'hour')];
	const figures = planAgainstActual(planned, counts, '2026-02-19');
	expect(figures.map(({ unit, actual, due }) => [unit, actual, due])).toEqual([
		['hour', 40.75, 27],
		['hour', 1.5, null],
	]);
});

test('what was counted outside the plan stands after it, so nothing is lost from the sum', () => {
	const counts = [
		count({ planLine: 'chat' }, 4),
		count({ planLine: null }, 2),
		count({ planLine: 'chat' }, 3, 'session'),
	];
	const figures = planAgainstActual(project, counts, '2026-01-01');
	expect(figures.map((figure) => [figure.lineId, figure.unit, figure.actual])).toEqual([
		['chat', 'contact', 4],
		[null, 'contact', 2],
		['chat', 'session', 3],
	]);
});

test('shares keep the order of the plan and add what the plan did not name; other units stay out', () => {
	const counts = [
		count({ topic: 'tax' }, 2),
		count({ topic: null }, 3),
		count({ topic: 'health' }, 5),
		count({ topic: 'tax' }, 9, 'participant'),
	];
	expect(sharesOf(project.byTopic, counts, 'topic')).toEqual([
		{ code: 'health', planned: 100, actual: 5 },
		{ code: 'tax', planned: null, actual: 2 },
		{ code: null, planned: null, actual: 3 },
	]);
});

test('a month without contacts is a month with none, not a missing one', () => {
	const months = monthsBetween('2025-11-05', '2026-02-01');
	expect(months).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
	const quarters = quartersOf(months, [count({ month: '2025-12' }, 7), count({ month: '2025-12' }, 2, 'session')]);
	expect(quarters).toMatchObject([
		{ code: '2025-Q4', actual: 7 },
		{ code: '2026-Q1', actual: 0 },
	]);
	expect(quarters.flatMap((quarter) => quarter.months.map((month) => month.actual))).toEqual([0, 7, 0, 0]);
});

test('quarters have their months and their days', () => {
	expect(quarterOf('2026-09')).toBe('2026-Q3');
	expect(quartersBetween('2025-12-31', '2026-04-01')).toEqual(['2025-Q4', '2026-Q1', '2026-Q2']);
	const days = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'];
	expect([1, 2, 3, 4].map((quarter) => lastDayOf(`2026-Q${quarter}`))).toEqual(days);
});

test('the pace begins with nothing, ends with the plan, and a project without days has none', () => {
	const target = { measure: 'contacts', min: 80, max: 100 } as const;
	expect(dueBy(project, target, '2025-12-31')).toBe(0);
	expect(dueBy(project, target, '2026-12-31')).toBe(80);
	expect(dueBy(project, target, '2027-06-01')).toBe(80);
	expect(dueBy({ starts: null, ends: null }, target, '2026-06-01')).toBeNull();
});
