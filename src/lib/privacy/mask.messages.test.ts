import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSplitSecret, MASK, mask } from './mask.ts';
import { inGroups, specimenHetu, withLuhnDigit } from './masking/specimens.ts';

const HETU = specimenHetu('010190', '-', 960);
const IBAN = 'FI2112345600000785';

const words = fc.constantFrom('мой код из смс', 'koodi on', 'code:', 'min kod är', 'kood on', 'الكود هو', 'koodka waa');
const codes = fc.stringMatching(/^[2-9]\d{5}$/);
const named = fc.tuple(words, codes);
const cards = fc.stringMatching(/^4\d{14}$/).map((digits) => inGroups(withLuhnDigit(digits), 4, ' '));
const numbers = fc.oneof(cards, fc.constantFrom(HETU, IBAN, inGroups(IBAN, 4, ' ')));

/** When the first part is a secret of its own kind and hidden at once, the last few digits say nothing. */
const FEW = /^\d{0,3}$/;

describe('whatever is cut in two messages', () => {
	it('is hidden in both, where a number is cut', () => {
		const cut = numbers.chain((number) =>
			fc.tuple(fc.constant(number), fc.integer({ min: 1, max: number.length - 1 })),
		);
		fc.assert(
			fc.property(cut, ([number, at]) => {
				expect(digitsLeft([number.slice(0, at), number.slice(at)])).toMatch(FEW);
			}),
			{ numRuns: 500 },
		);
	});

	it('is hidden where the words come first, and where the code does', () => {
		fc.assert(
			fc.property(named, ([word, code]) => {
				expect(digitsLeft([word, code])).toBe('');
				expect(digitsLeft([code, word])).toBe('');
			}),
		);
	});

	it('is hidden where a code is cut after its word', () => {
		fc.assert(
			fc.property(named, fc.integer({ min: 1, max: 5 }), ([word, code], at) => {
				expect(digitsLeft([`${word} ${code.slice(0, at)}`, code.slice(at)])).toMatch(FEW);
			}),
		);
	});

	it('is hidden where a card is written in three', () => {
		fc.assert(
			fc.property(cards, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 9, max: 14 }), (card, one, two) => {
				expect(digitsLeft([card.slice(0, one), card.slice(one, two), card.slice(two)])).toBe('');
			}),
		);
	});
});

/** What is left to read when the messages come one after the other and are stored as the conversation does. */
function digitsLeft(messages: readonly string[]): string {
	const stored: string[] = [];
	for (const text of messages) {
		const before = stored.slice(-2);
		for (const { message, span } of findSplitSecret(before, text)?.inBefore ?? []) {
			const old = before[message] ?? '';
			stored[stored.length - before.length + message] = old.slice(0, span.start) + MASK + old.slice(span.end);
		}
		stored.push(mask(text, { before }).text);
	}
	return stored.join('').replace(/[^\p{Nd}]/gu, '');
}
