import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, type Counted, numberOf, of, type Quantity, quantity, sum, UNITS } from './quantity.ts';

const visits = quantity('visit', 9);
const contacts = quantity('contact', 4);

test('quantities of one unit add up', () => {
	expect(numberOf(add(visits, quantity('visit', 3)))).toBe(12);
	expect(numberOf(sum('visit', []))).toBe(0);
});

test('two units cannot be added: it does not compile, and where types are lost it does not run', () => {
	// @ts-expect-error a visit is not a contact
	expect(() => add(visits, contacts)).toThrow('visit and contact are never added');
	// @ts-expect-error nor in a list
	expect(() => sum('visit', [visits, contacts])).toThrow('never added');
	// @ts-expect-error an estimate of people is not a participant
	expect(() => add(quantity('uniquePersonEstimate', 3), quantity('participant', 3))).toThrow('never added');
	// @ts-expect-error nor by hand
	expect(visits.quantity + contacts.quantity).toBeDefined();
});

test('whatever is mixed, each unit is summed by itself', () => {
	const one = fc.record({ unit: fc.constantFrom<Counted>(...UNITS), number: fc.integer({ min: -50, max: 50 }) });
	fc.assert(
		fc.property(fc.array(one), fc.constantFrom(...UNITS), (all, unit) => {
			const mixed: Quantity[] = all.map((each) => quantity(each.unit, each.number));
			const own = all.filter((each) => each.unit === unit);
			expect(numberOf(sum(unit, of(unit, mixed)))).toBe(own.reduce((whole, { number }) => whole + number, 0));
			if (own.length < all.length) expect(() => sum<Counted>(unit, mixed)).toThrow('never added');
		}),
	);
});

test('half a visit is none', () => {
	expect(() => quantity('visit', 0.5)).toThrow('not a whole number');
});

test('hours have quarters, and no smaller part; their sum is exact, however many', () => {
	expect(numberOf(quantity('hour', 1.75))).toBe(1.75);
	expect(() => quantity('hour', 0.1)).toThrow('not a whole number of quarters');
	fc.assert(
		fc.property(fc.array(fc.integer({ min: -96, max: 96 }), { maxLength: 300 }), (all) => {
			const hours = all.map((quarters) => quantity('hour', quarters / 4));
			expect(numberOf(sum('hour', hours)) * 4).toBe(all.reduce((whole, quarters) => whole + quarters, 0));
		}),
	);
});
