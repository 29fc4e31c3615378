import fc from 'fast-check';
import { expect, test } from 'vitest';
import { greedy } from './greedy.ts';
import { costOf, MOST_BY, type Rota } from './problem.ts';

const HOUR = 3_600_000;
const helper = fc.record({
	least: fc.constant(120),
	most: fc.constantFrom(120, 300),
	has: fc.constantFrom(0, 60, 240),
	isExperienced: fc.boolean(),
	daysSince: fc.option(fc.integer({ min: 0, max: 90 })),
});
const shift = fc.record({
	from: fc.integer({ min: 0, max: 12 }),
	hours: fc.integer({ min: 1, max: 3 }),
	open: fc.integer({ min: 1, max: 2 }),
	weight: fc.integer({ min: 1, max: 3 }),
	hasExperienced: fc.boolean(),
});
const rota: fc.Arbitrary<Rota> = fc
	.record({
		helpers: fc.array(helper, { maxLength: 4 }),
		shifts: fc.array(shift, { maxLength: 4 }),
		seed: fc.nat(65_535),
	})
	.map(({ helpers, shifts, seed }) => {
		const people = helpers.map((one, at) => ({ ...one, id: `h${at}` }));
		const work = shifts.map(({ from, hours, ...one }, at) => ({
			...{ ...one, id: `s${at}`, from: from * HOUR, to: (from + hours) * HOUR, minutes: hours * 60 },
		}));
		const all = people.flatMap((a) => work.map((b) => ({ helper: a.id, shift: b.id, wish: (a.id + b.id).length % 2 })));
		return { helpers: people, shifts: work, pairs: all.filter((_, at) => (seed >> (at % 16)) & 1) };
	});

/** Every choice there is: slow, and right by its shape. */
function best({ ...all }: Rota): number {
	const { pairs } = all;
	let least = Number.POSITIVE_INFINITY;
	for (let bits = 0; bits < 2 ** pairs.length; bits += 1) {
		least = Math.min(
			least,
			costOf(
				all,
				pairs.filter((_, at) => (bits >> at) & 1),
			),
		);
	}
	return least;
}

test('the list by hand breaks no rule, and is never better than the best there is', () => {
	fc.assert(
		fc.property(rota, (all) => {
			fc.pre(all.pairs.length <= 10);
			const chosen = greedy(all);
			const cost = costOf(all, chosen);
			expect(Number.isFinite(cost)).toBe(true);
			expect(cost).toBeGreaterThanOrEqual(best(all) - 1e-9);
			expect(cost).toBeLessThanOrEqual(costOf(all, []) + 1e-9);
		}),
		{ numRuns: 200 },
	);
});

test('nobody is asked for far more than she wished, nor to be in two places', () => {
	const people = [{ id: 'h', least: 0, most: 120, has: 60, isExperienced: true, daysSince: null }];
	const work = [1, 1, 5, 9].map((from, at) => ({
		...{
			id: `s${at}`,
			from: from * HOUR,
			to: (from + 1) * HOUR,
			minutes: 60,
			open: 1,
			weight: 1,
			hasExperienced: false,
		},
	}));
	const pairs = work.map(({ id }) => ({ helper: 'h', shift: id, wish: 1 }));
	const chosen = greedy({ helpers: people, shifts: work, pairs });
	expect(chosen.length).toBeLessThanOrEqual((MOST_BY * 120 - 60) / 60);
	expect(chosen.filter(({ shift: id }) => id === 's0' || id === 's1')).toHaveLength(1);
});
