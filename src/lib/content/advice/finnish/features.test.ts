import { expect, test } from 'vitest';
import { sentencesOf } from '../sentences.ts';
import { fewWords } from '../testing.ts';
import { finnishFeatures } from './features.ts';

function told(sentence: string): string[] {
	const words = sentencesOf(sentence).flatMap((one) => one.words);
	return words.flatMap((_, index) => finnishFeatures(fewWords, words, index));
}

test('a passive is told from the infinitive of the same shape by the negation before it', () => {
	expect(told('Tukea haetaan.')).toEqual(['passive']);
	expect(told('Tukea ei haeta.')).toEqual(['passive']);
	expect(told('Voit tehdä sen.')).toEqual([]);
});

test('a past participle after its auxiliary is a tense', () => {
	expect(told('En ole hakenut.')).toEqual([]);
	expect(told('Tuki on haettu.')).toEqual(['passive']);
	expect(told('Haettu tuki.')).toEqual(['participle']);
});

test('what stands for a clause is told from what merely follows a verb', () => {
	expect(told('Hakiessasi saat. Lähettämällä saat. Saadaksesi hae.')).toEqual([
		'non-finite',
		'non-finite',
		'non-finite',
	]);
	expect(told('Mene hakemaan.')).toEqual([]);
});

test('a word that can be read in an easy way counts as easy, and so does one that nobody knows', () => {
	expect(told('Tehtävä.')).toEqual([]);
	expect(told('Abrakadabra.')).toEqual([]);
});
