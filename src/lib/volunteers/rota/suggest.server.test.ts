import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { costOf } from './cost.ts';
import { greedy } from './greedy.ts';
import type { Rota } from './problem.ts';
import { suggest } from './suggest.server.ts';

onGround();
const HOUR = 3_600_000;
const wished = { least: 0, most: 120, has: {} };
const hour = { from: HOUR, to: 2 * HOUR, minutes: 60, month: '2026-03', placeId: null };

/** By hand the first helper gets the shift that only she could not do without. */
const tangled: Rota = {
	helpers: [
		{ id: 'anna', ...wished, daysSince: null },
		{ id: 'boris', ...wished, daysSince: 0 },
	],
	shifts: ['s0', 's1'].map((id) => ({ id, ...hour, open: 1, weight: 1, hasExperienced: false })),
	pairs: [
		{ helper: 'anna', shift: 's0', wish: 1, isExperienced: true },
		{ helper: 'anna', shift: 's1', wish: 0, isExperienced: true },
		{ helper: 'boris', shift: 's0', wish: 1, isExperienced: true },
	],
};
const solver = { file: 'src/lib/volunteers/rota/solver.ts', seconds: 2, graceMs: 2_000 };

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

test('a solver without time gives way to the list', async () => {
	expect(await suggest(tangled, { ...solver, seconds: 0 })).toEqual({ pairs: greedy(tangled), how: 'by-list' });
});

test.each([
	['that never ends', 'for (;;);'],
	['that breaks', 'throw new Error("broken");'],
	[
		'that says what may not be',
		`import { parentPort } from 'node:worker_threads';
		parentPort.postMessage({ isBest: true, ones: ['x0', 'x1', 'x2'] });`,
	],
])('a solver %s gives way to the list', async (_what, text) => {
	const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'silta-solver-'));
	const planted = path.join(folder, 'planted.mjs');
	await fs.writeFile(planted, text);
	const file = path.relative(ground().root, planted);
	expect(await suggest(tangled, { file, seconds: 0.2, graceMs: 300 })).toEqual({
		...{ pairs: greedy(tangled), how: 'by-list' },
	});
	await fs.rm(folder, { recursive: true });
});
