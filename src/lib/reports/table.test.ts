import { expect, test } from 'vitest';
import type { ExactFigures } from './figures.ts';
import type { Project } from './project.ts';
import { FIGURES_HEAD, figuresRows } from './table.ts';

const names = { fi: 'Digikerho' };
const line = { id: 'club', activity: 'club', names, targets: [] };
const project: Project = {
	...{
		id: 'p',
		position: 0,
		organisation: 'o',
		kind: 'running',
		isDemonstration: true,
		code: null,
		names,
		summary: names,
	},
	...{
		funder: null,
		starts: '2026-01-01',
		ends: '2026-12-31',
		byChannel: null,
		byTopic: null,
		reported: [],
		deviations: [],
	},
	versions: [{ version: 1, decidedOn: null, lines: [line] }],
} as never;
const dates = {
	...{ planLine: 'club', planned: 40, held: 30, cancelled: 4, replaced: 2, notClosed: 1, toCome: 3 },
	...{ heldInOtherForm: 5, heldElsewhere: 0, fellOut: [] },
};
const figures: ExactFigures = {
	countedTo: '2026-06-01',
	lines: [
		{ lineId: 'club', line: null, unit: 'visit', target: null, actual: 123, due: null },
		{ lineId: null, line: null, unit: 'contact', target: null, actual: 7, due: null },
	],
	dates: [dates],
	channels: [{ code: 'phone', planned: 50, actual: 20 }],
	topics: [{ code: null, planned: null, actual: 3 }],
	quarters: [{ code: '2026-Q1', actual: 9, months: [{ code: '2026-01', planned: null, actual: 4 }] }],
};
const rows = figuresRows(project, figures, (texts) => texts.fi ?? '');

test('every row has a field for each column, and its number is the last one', () => {
	expect(rows.every((row) => row.length === FIGURES_HEAD.length && typeof row.at(-1) === 'number')).toBe(true);
});

test('what was planned and not counted is nought, what was not planned is empty', () => {
	expect(rows[0]).toEqual(['plan', 'club', 'Digikerho', 'visit', '', '', '', 123]);
	expect(rows.find(([part]) => part === 'channel')).toEqual(['channel', 'phone', '', 'contact', 50, 50, '', 20]);
	expect(rows.find(([part]) => part === 'dates-held-elsewhere')?.at(-1)).toBe(0);
});

test('what became of the dates of a line makes up what was planned', () => {
	const of = (what: string): number => Number(rows.find(([part]) => part === `dates-${what}`)?.at(-1));
	const became = ['held', 'cancelled', 'replaced', 'not-closed', 'to-come'].map(of);
	expect(became.reduce((sum, count) => sum + count)).toBe(of('planned'));
});
