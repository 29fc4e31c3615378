import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cell, FEWEST, inSteps, mergeSmallest, protect, type Protected, thresholdOf } from './suppression.ts';

const CHANNELS = ['chat', 'phone', 'visit'];
const TOPICS = ['housing', 'health', 'work'];
type Table = 'channel' | 'topic';
const cells = (codes: readonly string[], counts: readonly number[]): Cell[] =>
	codes.map((code, index) => ({ code, count: counts[index] ?? 0 }));
const quarter = (channels: number[], topics: number[]): Protected =>
	protect({ channel: cells(CHANNELS, channels), topic: cells(TOPICS, topics) });

test('large numbers and zeros are shown as they are', () => {
	expect(quarter([20, 12, 0], [17, 15, 0])).toEqual({
		total: 32,
		channel: [
			{ code: 'chat', count: 20 },
			{ code: 'phone', count: 12 },
			{ code: 'visit', count: 0 },
		],
		topic: [
			{ code: 'housing', count: 17 },
			{ code: 'health', count: 15 },
			{ code: 'work', count: 0 },
		],
	});
});

test('a small number takes the next smallest with it, so that subtraction finds neither', () => {
	const shown = quarter([20, 9, 3], [12, 10, 10]);
	expect(shown.total).toBe(32);
	expect(shown.channel.map((cell) => cell.count)).toEqual([20, 'hidden', 'hidden']);
});

test('a sensitive topic is hidden below ten', () => {
	expect(quarter([30, 0, 0], [11, 9, 10]).topic.map((cell) => cell.count)).toEqual([11, 'hidden', 'hidden']);
	expect(quarter([30, 0, 0], [10, 10, 10]).topic.map((cell) => cell.count)).toEqual([10, 10, 10]);
});

test('a total goes where hiding cells is not enough, and then no breakdown stays whole', () => {
	const shown = quarter([4, 2, 0], [6, 0, 0]);
	expect(shown.total).toBe('hidden');
	expect(shown.topic.map((cell) => cell.count)).toEqual(['hidden', 0, 0]);
	expect(quarter([3, 0, 0], [3, 0, 0]).total).toBe('hidden');
});

test('topics beyond the five largest become one, in the order they were given', () => {
	const many = cells(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], [9, 1, 8, 7, 0, 6, 5, 2]);
	expect(mergeSmallest(many)).toEqual([...cells(['a', 'c', 'd', 'f', 'g', 'other'], [9, 8, 7, 6, 5, 3])]);
	expect(mergeSmallest(many.slice(0, 7))).toHaveLength(6);
});

const spread = fc
	.tuple(
		fc.nat(14),
		fc.nat(14),
		fc.nat(14),
		fc.double({ min: 0, max: 1, noNaN: true }),
		fc.double({ min: 0, max: 1, noNaN: true }),
	)
	.map(([a, b, c, cut1, cut2]) => {
		const total = a + b + c;
		const first = Math.round(total * cut1);
		const second = Math.round((total - first) * cut2);
		return { channels: [a, b, c], topics: [first, second, total - first - second] };
	});

test('no small number is ever shown, and zeros always are', () => {
	fc.assert(
		fc.property(spread, ({ channels, topics }) => {
			const shown = quarter(channels, topics);
			for (const { code, count } of [...shown.channel, ...shown.topic]) {
				expect(count === 'hidden' || count === 0 || count >= thresholdOf(code)).toBe(true);
			}
			expect(shown.channel.map((cell) => cell.count === 0)).toEqual(channels.map((count) => count === 0));
		}),
		{ numRuns: 2_000 },
	);
});

test('each breakdown of a shown total has no hidden number or at least two', () => {
	fc.assert(
		fc.property(spread, ({ channels, topics }) => {
			const shown = quarter(channels, topics);
			if (shown.total === 'hidden') return;
			for (const table of [shown.channel, shown.topic]) {
				expect(table.filter((cell) => cell.count === 'hidden')).not.toHaveLength(1);
			}
		}),
	);
});

/**
 * The attacker knows the page, that hidden numbers are at least one, and that both breakdowns have one sum. It tries
 * every filling of the hidden cells and keeps for each cell what it could be.
 */
const LARGEST_TRIED = 45;
function attack(shown: Protected): Record<Table, Set<number>[]> {
	const sums = (table: Table): Map<number, Set<number>[]> => {
		const found = new Map<number, Set<number>[]>();
		for (const filling of fillings(shown[table].map((cell) => cell.count))) {
			const total = filling.reduce((all, count) => all + count, 0);
			const seen = found.get(total) ?? filling.map(() => new Set<number>());
			filling.forEach((count, index) => seen[index]?.add(count));
			found.set(total, seen);
		}
		return found;
	};
	const found = { channel: sums('channel'), topic: sums('topic') };
	const totals = [...found.channel.keys()].filter(
		(total) => found.topic.has(total) && (shown.total === 'hidden' || shown.total === total),
	);
	const possible = (table: Table): Set<number>[] =>
		shown[table].map((_, index) => new Set(totals.flatMap((total) => [...(found[table].get(total)?.[index] ?? [])])));
	return { channel: possible('channel'), topic: possible('topic') };
}

function* fillings(counts: readonly (number | 'hidden')[]): Generator<number[]> {
	const [first, ...rest] = counts;
	if (first === undefined) return yield [];
	const tried = first === 'hidden' ? Array.from({ length: LARGEST_TRIED }, (_, index) => index + 1) : [first];
	for (const tail of fillings(rest)) for (const count of tried) yield [count, ...tail];
}

test('an attacker who tries everything cannot tell a small number, nor that it is small', () => {
	fc.assert(
		fc.property(spread, ({ channels, topics }) => {
			const possible = attack(quarter(channels, topics));
			const check = (codes: readonly string[], counts: number[], sets: Set<number>[]): void => {
				codes.forEach((code, index) => {
					const count = counts[index] ?? 0;
					const threshold = thresholdOf(code);
					if (count === 0 || count >= threshold) return;
					const options = sets[index] ?? new Set<number>();
					expect(options.has(count)).toBe(true);
					expect(Math.max(...options) - Math.min(...options)).toBeGreaterThanOrEqual(threshold);
					expect(Math.max(...options)).toBeGreaterThanOrEqual(threshold);
				});
			};
			check(CHANNELS, channels, possible.channel);
			check(TOPICS, topics, possible.topic);
		}),
		{ numRuns: 60 },
	);
}, 60_000);

test('the attack does find a number where only the small one is hidden', () => {
	const careless: Protected = {
		total: 32,
		channel: [
			{ code: 'chat', count: 20 },
			{ code: 'phone', count: 9 },
			{ code: 'visit', count: 'hidden' },
		],
		topic: [
			{ code: 'housing', count: 32 },
			{ code: 'health', count: 0 },
			{ code: 'work', count: 0 },
		],
	};
	expect([...(attack(careless).channel[2] ?? [])]).toEqual([3]);
});

test('a running quarter moves in steps of five', () => {
	const shown = inSteps(quarter([23, 12, 0], [17, 18, 0]));
	expect(shown.total).toBe(35);
	expect(shown.channel.map((cell) => cell.count)).toEqual([20, 10, 0]);
	fc.assert(
		fc.property(spread, ({ channels, topics }) => {
			const { total, channel } = inSteps(quarter(channels, topics));
			for (const count of [total, ...channel.map((cell) => cell.count)]) {
				expect(count === 'hidden' || count % FEWEST === 0).toBe(true);
			}
		}),
	);
});
