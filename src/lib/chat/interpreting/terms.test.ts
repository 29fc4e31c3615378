import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AgreedTerm } from '#lib/content/index.ts';
import { piecesOf, termsIn } from './terms.ts';

const TERMS: AgreedTerm[] = [
	{
		id: 'asumistuki',
		names: { fi: 'asumistuki', ru: 'пособие на жильё', en: 'housing allowance' },
		forms: ['asumistuen'],
	},
	{ id: 'hetu', names: { fi: 'henkilötunnus (hetu)', ru: 'личный код', en: 'personal identity code' }, forms: [] },
	{ id: 'tuki', names: { fi: 'tuki', ru: 'пособие' }, forms: ['tuen'] },
];
const agreedIn = (text: string, from: string, to: string) =>
	termsIn(text, { from, to }, TERMS).map(({ agreed }) => agreed);

test.each([
	['Когда придёт пособие на жилье?', 'ru', 'fi', ['asumistuki']],
	['О пособии на жильё и личном коде', 'ru', 'fi', ['asumistuki', 'henkilötunnus (hetu)']],
	['пособия нет', 'ru', 'fi', ['tuki']],
	['Asumistuen hakemus ja hetu', 'fi', 'ru', ['пособие на жильё', 'личный код']],
	['ASUMISTUKI', 'fi', 'en', ['housing allowance']],
	['housing allowances', 'en', 'ru', ['пособие на жильё']],
	['asumistukihakemus', 'fi', 'ru', []],
	['Здравствуйте', 'ru', 'fi', []],
])('agreed words in "%s"', (text, from, to, agreed) => {
	expect(agreedIn(text, from, to)).toEqual(agreed);
});

test('a term without a word in the other language is not offered', () => {
	expect(agreedIn('tuki', 'fi', 'en')).toEqual([]);
});

test('pieces put together are the text, whatever it is', () => {
	const word = fc.constantFrom('пособие', 'на', 'жильё', ' ', '\n', ', ', 'личного', 'кода', '😀', 'ё̈');
	fc.assert(
		fc.property(fc.array(word, { maxLength: 30 }), (words) => {
			const text = words.join('');
			const pieces = piecesOf(text, termsIn(text, { from: 'ru', to: 'fi' }, TERMS));
			expect(pieces.map((piece) => piece.text).join('')).toBe(text);
		}),
	);
});
