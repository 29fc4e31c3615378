import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mask } from '#lib/privacy/index.ts';
import { maskCertain } from './maskCertain.ts';

const HETU = '131052-900W';
const IBAN = 'FI21 1234 5600 0007 85';
const CARD = '4111 1111 1111 1111';
const FOREIGN = 'GB29 NWBK 6016 1331 9268 19';

test('what only looked like a code stays when she says so', () => {
	const text = 'Код ошибки не помогает, код 482913 на экране';
	expect(mask(text).text).not.toContain('482913');
	expect(maskCertain(text)).toEqual({ text, spans: [] });
});

test('whatever she says, identity codes, accounts and cards are hidden, and told by their kind', () => {
	const { text, spans } = maskCertain(`код 4829, hetu ${HETU}, счёт ${IBAN}, карта ${CARD}, ${FOREIGN}`);
	expect(text).toBe('код 4829, hetu ••••••, счёт ••••••, карта ••••••, ••••••');
	expect(spans.map(({ kind }) => kind)).toEqual(['hetu', 'iban', 'card', 'iban']);
});

test('also where words of codes and passwords stand around them, in any order', () => {
	const words = ['код', 'пароль:', 'tunnusluku', 'salasana on', 'PIN', 'из смс', 'my password is', 'koodi 1234'];
	const secret = fc.constantFrom(HETU, IBAN, IBAN.replaceAll(' ', ''), CARD, CARD.replaceAll(' ', ''));
	const word = fc.constantFrom(...words);
	fc.assert(
		fc.property(fc.array(word, { maxLength: 4 }), secret, fc.array(word, { maxLength: 4 }), (before, number, after) => {
			const { text } = maskCertain([...before, number, ...after].join(' '));
			expect(text).not.toContain(number);
			expect(text.replaceAll(/\D/g, '').replaceAll('1234', '').length).toBeLessThan(6);
		}),
		{ numRuns: 500 },
	);
});

test('the second half of a card number is hidden though she says that it is no secret', () => {
	expect(maskCertain('1111 1111', ['карта 4111 1111']).text).toBe('••••••');
});

test('masking it again changes nothing', () => {
	const once = maskCertain(`пароль ${IBAN} и код 1234`).text;
	expect(maskCertain(once).text).toBe(once);
});
