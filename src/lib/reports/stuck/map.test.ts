import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Count, quantity, type Unit } from '#lib/ledger/index.ts';
import { FEWEST, type Shown } from '../suppression.ts';
import { ENDINGS, endingOf, type PublicMap, publicMap, type StuckService, stuckMap } from './map.ts';

const counted = (
	serviceId: string | null,
	stuckAt: string | null,
	outcome: string | null,
	times: number,
	unit: Unit = 'contact',
): Count => ({ ...quantity(unit, times), key: { serviceId, stuckAt, outcome }, minutes: 0 });
const five = (): number => FEWEST;

test('contacts are told by service, step and ending; those with neither are no part of it', () => {
	const [first, last, ...rest] = stuckMap([
		counted('kela', 'pay#sign', 'solved-together', 2),
		counted('kela', 'pay#sign', 'solved-by-person', 1),
		counted('kela', null, 'emergency', 1),
		counted(null, 'pay#sign', null, 4),
		counted(null, null, 'referred', 9),
		counted('kela', null, null, 50, 'participant'),
	]);
	expect(rest).toEqual([]);
	expect(first).toMatchObject({
		code: 'kela',
		count: 4,
		steps: [
			{ code: 'none', count: 1 },
			{ code: 'pay#sign', count: 3 },
		],
	});
	expect(first?.steps[1]?.endings).toEqual({ solved: 3, 'sent-on': 0, 'not-solved': 0, 'not-told': 0 });
	expect(last).toMatchObject({ code: 'none', count: 4, steps: [{ endings: { 'not-told': 4 } }] });
});

test('every outcome has an ending', () => {
	const outcomes = ['solved-by-person', 'solved-together', 'referred', 'emergency', 'not-solved', null];
	expect(outcomes.map(endingOf)).toEqual(['solved', 'solved', 'sent-on', 'sent-on', 'not-solved', 'not-told']);
});

test('shown is in steps of five; below a hidden number nothing is told', () => {
	const map = publicMap(
		stuckMap([
			counted('big', 'g#a', 'referred', 23),
			counted('big', 'g#b', 'referred', 12),
			counted('mid', 'g#c', 'not-solved', 9),
			counted('small', 'g#d', 'not-solved', 4),
		]),
		five,
	);
	expect(map.total).toBe(45);
	expect(map.services.map(({ code, count }) => [code, count])).toEqual([
		['big', 35],
		['mid', 'hidden'],
		['small', 'hidden'],
	]);
	expect(map.services[0]?.steps?.map(({ count }) => count)).toEqual([20, 10]);
	expect(map.services[2]?.steps).toBeNull();
});

test('a service that is sensitive is hidden below ten', () => {
	const services = stuckMap([
		counted('health', null, null, 9),
		counted('kela', null, null, 30),
		counted('te', null, null, 30),
	]);
	const map = publicMap(services, (code) => (code === 'health' ? 10 : FEWEST));
	expect(map.services.map(({ count }) => count)).toEqual(['hidden', 'hidden', 30]);
});

const cell = fc.record({
	service: fc.constantFrom('a', 'b', 'c'),
	step: fc.constantFrom('g#1', 'g#2', null),
	outcome: fc.constantFrom('solved-together', 'referred', 'not-solved'),
	times: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 20 })),
});
const services = fc
	.array(cell, { maxLength: 8 })
	.map((cells) => stuckMap(cells.map(({ service, step, outcome, times }) => counted(service, step, outcome, times))));

type Whole = { readonly whole: number | 'hidden'; readonly parts: readonly { real: number; shown: Shown }[] };

/** Every number that is shown with its parts, as the page has them: nothing else of the map belongs together. */
function wholes(real: readonly StuckService[], map: PublicMap): Whole[] {
	const tables: Whole[] = [];
	tables.push({
		whole: map.total,
		parts: real.map(({ count }, at) => ({ real: count, shown: map.services[at]?.count ?? 'hidden' })),
	});
	real.forEach((service, at) => {
		const shown = map.services[at];
		if (!shown?.steps) return;
		const steps = shown.steps;
		tables.push({
			whole: shown.count,
			parts: service.steps.map(({ count }, place) => ({ real: count, shown: steps[place]?.count ?? 'hidden' })),
		});
		service.steps.forEach((step, place) => {
			const endings = steps[place]?.endings;
			if (!endings) return;
			tables.push({
				whole: steps[place]?.count ?? 'hidden',
				parts: ENDINGS.map((code, nth) => ({ real: step.endings[code], shown: endings[nth]?.count ?? 'hidden' })),
			});
		});
	});
	return tables;
}

const between = (shown: Shown): [number, number] =>
	shown === 'hidden' ? [1, 1_000] : shown === 0 ? [0, 0] : [shown, shown + FEWEST - 1];

/** What a hidden part may be, for one who knows the page: all that fits between the least and the most of the others. */
function possible({ whole, parts }: Whole, at: number): [number, number] {
	const [least, most] = whole === 'hidden' ? [1, 9_000] : between(whole);
	const others = parts.filter((_, place) => place !== at).map(({ shown }) => between(shown));
	const low = least - others.reduce((sum, [, high]) => sum + high, 0);
	const high = most - others.reduce((sum, [lowest]) => sum + lowest, 0);
	const [first, last] = between(parts[at]?.shown ?? 'hidden');
	return [Math.max(first, low), Math.min(last, high)];
}

test('nobody can tell a small number, nor that it is small, from any table of the map', () => {
	fc.assert(
		fc.property(services, (real) => {
			for (const table of wholes(real, publicMap(real, five))) {
				table.parts.forEach(({ real: count, shown }, at) => {
					expect(shown === 'hidden' || (shown <= count && count < shown + FEWEST)).toBe(true);
					if (count === 0 || count >= FEWEST) return;
					expect(shown).toBe('hidden');
					const [low, high] = possible(table, at);
					expect(low <= count && count <= high).toBe(true);
					expect(high).toBeGreaterThanOrEqual(FEWEST);
				});
			}
		}),
		{ numRuns: 3_000 },
	);
});

test('the exact tree adds up: endings to steps, steps to services', () => {
	fc.assert(
		fc.property(services, (real) => {
			for (const { count, steps } of real) {
				expect(steps.reduce((sum, step) => sum + step.count, 0)).toBe(count);
				for (const step of steps) expect(ENDINGS.reduce((sum, code) => sum + step.endings[code], 0)).toBe(step.count);
			}
		}),
	);
});
