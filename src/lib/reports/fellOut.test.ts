import { expect, test } from 'vitest';
import { groupsOf } from './fellOut.ts';

const date = {
	id: 'x',
	planLine: 'kela',
	isOver: true,
	plannedMode: 'on-site',
	mode: 'on-site',
	isElsewhere: false,
} as const;
const refused = {
	...date,
	state: 'replaced',
	cause: 'venue-refused',
	reason: null,
	replacedByLine: 'kysymys-piste',
	replacedByNames: null,
	replacedByDay: null,
} as const;

test('dates that fell out for one reason are told once, with all their days; another explanation stands apart', () => {
	const weather = { ...refused, state: 'cancelled', cause: 'weather', replacedByLine: null } as const;
	const groups = groupsOf([
		{ ...refused, plannedDay: '2026-01-12' },
		{ ...weather, plannedDay: '2026-02-09' },
		{ ...refused, plannedDay: '2026-03-09' },
		{ ...refused, plannedDay: '2026-04-13', reason: { ru: 'Ремонт' } },
	]);
	expect(groups.map(({ state, days, reason }) => [state, days, reason?.ru])).toEqual([
		['replaced', ['2026-01-12', '2026-03-09'], undefined],
		['cancelled', ['2026-02-09'], undefined],
		['replaced', ['2026-04-13'], 'Ремонт'],
	]);
	expect(groupsOf([])).toEqual([]);
});
