import { describe, expect, it } from 'vitest';
import { cosinesAmong, newDictionary, type Unit } from './sparse.ts';

const terms = newDictionary();
const unit = (document: number, words: string): Unit => ({
	document,
	terms: new Int32Array(words.split(' ').map((word) => terms.add(word))),
	counts: new Float32Array(words.split(' ').length).fill(1),
});
const query = (words: string) => new Map(words.split(' ').map((word) => [terms.find(word), 1]));
const units = [unit(0, 'rent flat'), unit(0, 'vuokra asunto'), unit(1, 'flat tyre'), unit(2, 'passport')];
const cosines = cosinesAmong(units, { documents: 3, terms: terms.size() });

describe('likeness by shared terms', () => {
	it('is one for the same terms and nothing for none', () => {
		const [housing, tyre, passport] = cosines(query('rent flat'));
		expect(housing).toBeCloseTo(1, 5);
		expect(tyre).toBeGreaterThan(0);
		expect(passport).toBe(0);
	});

	it('takes the nearest unit of a document', () => {
		expect(cosines(query('vuokra asunto'))[0]).toBeCloseTo(1, 5);
	});

	it('lets a rare term say more than a common one', () => {
		const [housing = 0, tyre = 0] = cosines(query('flat tyre'));
		expect(tyre).toBeGreaterThan(housing);
	});

	it('is less when part of the query stands nowhere', () => {
		const whole = cosines(query('passport'))[2] ?? 0;
		const half = cosines(query('passport zzz'))[2] ?? 0;
		expect(half).toBeLessThan(whole);
		expect(half).toBeGreaterThan(0);
	});
});
