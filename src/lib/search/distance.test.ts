import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from './distance.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

describe('the distance between two words', () => {
	it('counts a swap of neighbours once', () => expect(editDistance('kela', 'klea', 2)).toBe(1));
	it('counts a missing and a wrong letter', () => expect(editDistance('asumitugi', 'asumistuki', 3)).toBe(2));
	it('stops counting when there is too much to count', () => expect(editDistance('kela', 'poliisi', 2)).toBe(3));

	it('is the same both ways and nothing only between equals', () => {
		fc.assert(
			fc.property(word, word, (a, b) => {
				expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
				expect(editDistance(a, b, 9) === 0).toBe(a === b);
			}),
		);
	});
});
