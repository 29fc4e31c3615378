import { expect, test } from 'vitest';
import { flesch } from './measure.ts';
import { isAddress, lettersOf, sentencesOf } from './sentences.ts';

const sentences = (text: string): string[] => sentencesOf(text).map((one) => one.text);

test('a sentence ends where the next one begins, not at every full stop', () => {
	expect(sentences('Avaa dvv.fi. Kirjaudu. Maksu 1. toukokuuta.')).toEqual([
		'Avaa dvv.fi.',
		'Kirjaudu.',
		'Maksu 1. toukokuuta.',
	]);
	expect(sentences('Сайт закрыт? Ждите… Потом войдите.')).toEqual(['Сайт закрыт?', 'Ждите…', 'Потом войдите.']);
	expect(sentences('Tuo kortti, esim. Kela-kortti, klo 9. 30 minuuttia.')).toHaveLength(1);
	expect(sentences('Скажите: «Да.» Потом «Нет».')).toEqual(['Скажите: «Да.»', 'Потом «Нет».']);
	expect(sentences(' … ')).toEqual([]);
});

test('an address, an hour and an inflected abbreviation are one word each', () => {
	const words = sentencesOf('Avaa dvv.fi/muutto-suomessa klo 9.30 DVV:ssä.').flatMap((one) => one.words);
	expect(words.map(({ text }) => text)).toEqual(['Avaa', 'dvv.fi/muutto-suomessa', 'klo', '9.30', 'DVV:ssä']);
	expect(words.map(({ text }) => isAddress(text))).toEqual([false, true, false, false, false]);
});

test('a hyphen divides a long word', () => {
	expect(lettersOf('sähköposti-osoite')).toBe(10);
	expect(lettersOf('DVV:ssä')).toBe(3);
});

test('the Russian index is computed as Oborneva gave it', () => {
	// Four words in two sentences, six syllables: 206.835 − 1.3 · 2 − 60.1 · 1.5.
	expect(flesch(sentencesOf('Кот спал. Мы ходили.'))).toBe(114.1);
	expect(flesch(sentencesOf('Avaa OmaKela.'))).toBeUndefined();
});
