import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { greedy } from './greedy.ts';
import { costOf, type Rota } from './problem.ts';
import { suggest } from './suggest.server.ts';

onGround();
const HOUR = 3_600_000;

/** By hand the first helper gets the shift that only she could not do without. */
const tangled: Rota = {
	helpers: [
		{ id: 'anna', least: 0, most: 120, has: 0, isExperienced: true, daysSince: null },
		{ id: 'boris', least: 0, most: 120, has: 0, isExperienced: true, daysSince: 0 },
	],
	shifts: [1, 1].map((from, at) => ({
		...{
			id: `s${at}`,
			from: from * HOUR,
			to: (from + 1) * HOUR,
			minutes: 60,
			open: 1,
			weight: 1,
			hasExperienced: false,
		},
	})),
	pairs: [
		{ helper: 'anna', shift: 's0', wish: 1 },
		{ helper: 'anna', shift: 's1', wish: 0 },
		{ helper: 'boris', shift: 's0', wish: 1 },
	],
};

test('the solver fills what the list by hand leaves empty', async () => {
	expect(greedy(tangled)).toHaveLength(1);
	const { pairs, how } = await suggest(tangled);
	expect(how).toBe('best');
	expect(pairs.map(({ helper, shift }) => [helper, shift])).toEqual([
		['anna', 's1'],
		['boris', 's0'],
	]);
	expect(costOf(tangled, pairs)).toBeLessThan(costOf(tangled, greedy(tangled)));
});

test('where nobody may, nothing is suggested', async () => {
	expect(await suggest({ ...tangled, pairs: [] })).toEqual({ pairs: [], how: 'by-list' });
});
