import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberOf } from '#lib/ledger/index.ts';
import { AGE_CUTS, type AgeCut, BANDS, merged, UNKNOWN } from './bands.ts';
import {
	GENDERS,
	HEAD_DIMENSIONS,
	HEAD_LANGUAGES,
	type Headcount,
	headcountOf,
	METHODS,
	partsOf,
	type Seen,
	type Told,
	uniquePeople,
} from './headcount.ts';

const people = fc.integer({ min: 0, max: 30 });
const some = (codes: readonly string[]) => fc.dictionary(fc.constantFrom(...codes, UNKNOWN), people);
const told: fc.Arbitrary<Told> = fc.record({
	method: fc.constantFrom(...METHODS),
	isSample: fc.boolean(),
	total: fc.integer({ min: 0, max: 60 }),
	remote: fc.option(people),
	firstTime: fc.option(people),
	age: some(BANDS),
	language: some(HEAD_LANGUAGES),
	gender: some(GENDERS),
});
const seen: fc.Arbitrary<Seen> = fc.record({
	mode: fc.constantFrom('on-site' as const, 'online' as const, 'both' as const),
	named: fc.integer({ min: 0, max: 20 }),
});
const PLAIN: Told = {
	...{ method: 'click-counter', isSample: false, total: 12, remote: null, firstTime: 3 },
	...{ age: { '65-plus': 9 }, language: {}, gender: {} },
};
const ROOM: Seen = { mode: 'on-site', named: 0 };
const isCount = (done: ReturnType<typeof headcountOf>): done is Headcount => !('faults' in done);
const sumOf = (codes: Readonly<Record<string, number>>): number => Object.values(codes).reduce((a, b) => a + b, 0);

test('whatever is told, either every dimension makes up the whole and nothing is negative, or a field is at fault', () => {
	let counted = 0;
	fc.assert(
		fc.property(told, seen, (one, at) => {
			const done = headcountOf(one, at);
			if (!isCount(done)) {
				expect(Object.keys(done.faults)).not.toEqual([]);
				return;
			}
			counted += 1;
			for (const dimension of HEAD_DIMENSIONS) {
				expect(sumOf(done.parts[dimension])).toBe(done.total);
				expect(Math.min(...Object.values(done.parts[dimension]))).toBeGreaterThanOrEqual(0);
			}
			expect(at.named).toBeLessThanOrEqual(done.total);
			expect(done.parts['first-time'].first ?? 0).toBeLessThanOrEqual(done.total);
			if (at.mode === 'on-site') expect(done.parts.presence.remote).toBe(0);
			for (const part of partsOf(done)) expect(part.quantity).toBeGreaterThan(0);
		}),
		{ numRuns: 2000 },
	);
	expect(counted).toBeGreaterThan(50);
});

test('who did not say an age is unknown, in each dimension by itself', () => {
	const done = headcountOf(PLAIN, ROOM);
	expect(done).toMatchObject({
		basis: 'counted',
		parts: {
			presence: { 'on-site': 12, remote: 0, unknown: 0 },
			'first-time': { first: 3, again: 9 },
			age: { '65-plus': 9, unknown: 3 },
			language: { unknown: 12 },
		},
	});
});

test('each fault names its field', () => {
	const faultsOf = (one: Partial<Told>, at: Partial<Seen> = {}) =>
		headcountOf({ ...PLAIN, ...one }, { ...ROOM, ...at });
	expect(faultsOf({}, { named: 13 })).toEqual({ faults: { total: 'named' } });
	expect(faultsOf({ remote: 13 }, { mode: 'both' })).toEqual({ faults: { remote: 'more' } });
	expect(faultsOf({ remote: 1 })).toEqual({ faults: { remote: 'on-site' } });
	expect(faultsOf({ remote: 11 }, { mode: 'online' })).toEqual({ faults: { remote: 'online' } });
	expect(faultsOf({ firstTime: 13 })).toEqual({ faults: { firstTime: 'more' } });
	expect(faultsOf({ age: { '18-24': 7, '65-plus': 6 } })).toEqual({ faults: { age: 'sum' } });
});

test('what was guessed by eye is an estimate, what was reckoned from a part is a sample', () => {
	expect(headcountOf({ ...PLAIN, method: 'estimate' }, ROOM)).toMatchObject({ basis: 'estimate' });
	expect(headcountOf({ ...PLAIN, isSample: true }, ROOM)).toMatchObject({ basis: 'sample' });
});

test('every cut has each band once, so merging loses nobody and counts nobody twice', () => {
	for (const cut of Object.values(AGE_CUTS)) expect(Object.values(cut).flat().sort()).toEqual([...BANDS].sort());
	fc.assert(
		fc.property(some(BANDS), fc.constantFrom(...(Object.keys(AGE_CUTS) as AgeCut[])), (ages, cut) => {
			expect(sumOf(merged(ages, cut))).toBe(sumOf(ages));
			expect(merged(ages, cut)[UNKNOWN]).toBe(ages[UNKNOWN] ?? 0);
		}),
	);
});

test('both periods of the fund and our own 65+ come out of the same bands', () => {
	const ages = {
		'under-18': 1,
		'18-24': 2,
		'25-29': 4,
		'30-49': 8,
		'50-54': 16,
		'55-64': 32,
		'65-plus': 64,
		unknown: 128,
	};
	expect(merged(ages, 'esr-2014')).toEqual({ 'under-25': 3, '25-54': 28, 'over-54': 96, unknown: 128 });
	expect(merged(ages, 'esr-2021')).toEqual({ 'under-18': 1, '18-29': 6, '30-54': 24, '55-plus': 96, unknown: 128 });
	expect(merged(ages, 'own')).toEqual({ 'under-65': 63, '65-plus': 64, unknown: 128 });
});

test('people are estimated from first visits, and not at all where fewer than half were asked', () => {
	const of = (total: number, first: number, again: number) => ({
		total,
		parts: { presence: {}, age: {}, language: {}, gender: {}, 'first-time': { first, again } },
	});
	const people = uniquePeople([of(10, 5, 5), of(10, 1, 9)]);
	expect(people && numberOf(people)).toBe(6);
	expect(uniquePeople([of(10, 2, 2)])).toBeNull();
	expect(uniquePeople([])).toBeNull();
});
