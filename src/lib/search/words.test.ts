import { describe, expect, it } from 'vitest';
import { indexedWords, neighboursJoined, typedWords } from './words.ts';

describe('words', () => {
	it('splits and joins names as people write them', () => {
		expect(indexedWords('OmaKela')).toEqual(['OmaKela', 'Oma', 'Kela']);
		expect(indexedWords('Suomi.fi-viestit')).toEqual(expect.arrayContaining(['Suomi', 'fi', 'viestit', 'Suomifi']));
	});

	it('drops stress marks and soft hyphens', () => {
		expect(typedWords('по\u0301мощь asu\u00admistuki')).toEqual(['помощь', 'asumistuki']);
	});

	it('keeps ё, because it may stand for a Finnish ö', () => {
		expect(typedWords('Тюё')).toEqual(['тюё']);
	});

	it('joins neighbours, unless the whole is too long for a name', () => {
		expect(neighboursJoined(['enter', 'finland'])).toEqual(['enterfinland']);
		expect(neighboursJoined(['perus', 'toimeentulotuki'])).toEqual([]);
	});
});
