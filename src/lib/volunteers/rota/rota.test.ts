import fc from 'fast-check';
import solverOf from 'highs';
import { expect, test } from 'vitest';
import { costOf } from './cost.ts';
import { greedy } from './greedy.ts';
import { clash, hasIn, MOST_BY, type Rota, type RotaShift, shiftOf } from './problem.ts';
import { pairsNamed, programOf } from './program.ts';

const HOUR = 3_600_000;
const MONTHS = ['2026-03', '2026-04'] as const;
const helper = fc.record({
	least: fc.constant(120),
	most: fc.constantFrom(120, 300),
	has: fc.record({ '2026-03': fc.constantFrom(0, 60, 240), '2026-04': fc.constantFrom(0, 50) }),
	daysSince: fc.option(fc.integer({ min: 0, max: 90 })),
});
const shift = fc.record({
	month: fc.constantFrom(...MONTHS),
	placeId: fc.constantFrom(null, 'library'),
	from: fc.integer({ min: 0, max: 12 }),
	hours: fc.constantFrom(1, 1.5, 2, 3),
	open: fc.integer({ min: 1, max: 3 }),
	weight: fc.integer({ min: 1, max: 3 }),
	hasExperienced: fc.boolean(),
});
const rota: fc.Arbitrary<Rota> = fc
	.record({
		helpers: fc.array(helper, { maxLength: 4 }),
		shifts: fc.array(shift, { maxLength: 4 }),
		seed: fc.nat(65_535),
		known: fc.nat(65_535),
	})
	.map(({ helpers, shifts, seed, known }) => {
		const people = helpers.map((one, at) => ({ ...one, id: `h${at}` }));
		const work = shifts.map(({ from, hours, ...one }, at) => ({
			...{ ...one, id: `s${at}`, from: (from + 800 * MONTHS.indexOf(one.month)) * HOUR, minutes: hours * 60 },
			to: (from + hours + 800 * MONTHS.indexOf(one.month)) * HOUR,
		}));
		const all = people.flatMap((a, i) => work.map((b, j) => ({ helper: a.id, shift: b.id, wish: ((i + j) % 3) / 2 })));
		const pairs = all.map((pair, at) => ({ ...pair, isExperienced: Boolean((known >> (at % 16)) & 1) }));
		return { helpers: people, shifts: work, pairs: pairs.filter((_, at) => (seed >> (at % 16)) & 1) };
	});

/** Every choice there is: slow, and right by its shape. */
function best(all: Rota): number {
	const costs = Array.from({ length: 2 ** all.pairs.length }, (_, bits) =>
		costOf(
			all,
			all.pairs.filter((_pair, at) => (bits >> at) & 1),
		),
	);
	return Math.min(...costs);
}

test('the list by hand breaks no rule, and is never better than the best there is', () => {
	fc.assert(
		fc.property(rota, (all) => {
			fc.pre(all.pairs.length <= 10);
			const cost = costOf(all, greedy(all));
			expect(Number.isFinite(cost)).toBe(true);
			expect(cost).toBeGreaterThanOrEqual(best(all) - 1e-9);
			expect(cost).toBeLessThanOrEqual(costOf(all, []) + 1e-9);
		}),
		{ numRuns: 200 },
	);
});

test('the solver finds the best there is, and its program costs what our own rule counts', async () => {
	const solver = await solverOf();
	fc.assert(
		fc.property(rota, (all) => {
			fc.pre(all.pairs.length > 0 && all.pairs.length <= 10);
			const { Status, Columns, ObjectiveValue } = solver.solve(programOf(all), { mip_rel_gap: 0, output_flag: false });
			expect(Status).toBe('Optimal');
			const ones = Object.entries(Columns).flatMap(([name, one]) =>
				'Primal' in one && one.Primal > 0.5 ? [name] : [],
			);
			const cost = costOf(all, pairsNamed(all, ones));
			expect(cost).toBeCloseTo(ObjectiveValue, 3);
			expect(cost).toBeCloseTo(best(all), 3);
			expect(cost).toBeLessThanOrEqual(costOf(all, greedy(all)) + 1e-6);
		}),
		{ numRuns: 200 },
	);
});

const hourAt = (id: string, from: number, wanted: Partial<RotaShift> = {}): RotaShift => ({
	...{ id, month: '2026-03', placeId: null, from: from * HOUR, to: (from + 1) * HOUR, minutes: 60 },
	...{ open: 1, weight: 1, hasExperienced: false, ...wanted },
});
const pairsOf = (shifts: readonly RotaShift[]) =>
	shifts.map(({ id }) => ({ helper: 'h', shift: id, wish: 1, isExperienced: true }));
const one = { id: 'h', least: 0, most: 120, has: { '2026-03': 60 }, daysSince: null };

test('nobody is asked for far more than she wished, nor to be in two places', () => {
	const shifts = [1, 1, 5, 9].map((from, at) => hourAt(`s${at}`, from));
	const chosen = greedy({ helpers: [one], shifts, pairs: pairsOf(shifts) });
	expect(chosen.length).toBeLessThanOrEqual((MOST_BY * 120 - hasIn(one, '2026-03')) / 60);
	expect(chosen.filter(({ shift: id }) => id === 's0' || id === 's1')).toHaveLength(1);
});

test('each month has a band of its own', () => {
	const march = [1, 5, 9].map((from) => hourAt(`march${from}`, from));
	const april = [801, 805, 809, 813].map((from) => hourAt(`april${from}`, from, { month: '2026-04' }));
	const shifts = [...march, ...april];
	const all = { helpers: [one], shifts, pairs: pairsOf(shifts) };
	const months = greedy(all).map((pair) => shiftOf(all, pair).month);
	expect(months.filter((month) => month === '2026-03')).toHaveLength(2);
	expect(months.filter((month) => month === '2026-04')).toHaveLength(3);
});

test('between two places there is a way, within one there is none', () => {
	const library = { from: 0, to: 2 * HOUR, placeId: 'library' };
	const next = { from: 2 * HOUR, to: 3 * HOUR };
	expect(clash(library, { ...next, placeId: 'library' })).toBe(false);
	expect(clash(library, { ...next, placeId: 'office' })).toBe(true);
	expect(clash({ ...next, placeId: null }, library)).toBe(true);
	expect(clash(library, { from: 3 * HOUR, to: 4 * HOUR, placeId: 'office' })).toBe(false);
});
