import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mask } from '#lib/privacy/index.ts';
import { maySayTheSame } from './sameText.ts';

test.each([
	['раз', 'раз', true],
	['раз', 'два', false],
	['раз', 'раз ', false],
	['мой код ••••••', 'мой код 131052-900W', true],
	['мой код ••••••', 'мой код ••••••', true],
	['мой код ••••••', 'наш код 131052-900W', false],
	['код •••••• и счёт •••••• вот', 'код 131052-900W и счёт FI21 1234 5600 0007 85 вот', true],
	['код •••••• и счёт •••••• вот', 'код 131052-900W и карта FI21 1234 5600 0007 85 вот', false],
	['а••••••а', 'а', false],
	['••••••', '4321', true],
])('stored «%s», sent «%s»: %s', (stored, sent, same) => {
	expect(maySayTheSame(stored, sent)).toBe(same);
});

const word = fc.constantFrom('помогите', 'мой', '131052-900W', 'FI21 1234 5600 0007 85', 'kiitos', 'код 4321', '\n');
test('whatever is hidden in a text, it is taken for the same', () => {
	fc.assert(
		fc.property(fc.array(word, { maxLength: 12 }), (words) => {
			const text = words.join(' ').trim();
			const once = mask(text).text;
			expect(maySayTheSame(once, text)).toBe(true);
			// Hidden again later, when a number was found to go on in the next message.
			expect(maySayTheSame(mask(`${once} 131052-900W`).text, `${text} 131052-900W`)).toBe(true);
		}),
	);
});

test('words that were not there are noticed, with secrets around them or without', () => {
	fc.assert(
		fc.property(fc.array(word, { maxLength: 6 }), (words) => {
			const text = words.join(' ').trim();
			expect(maySayTheSame(mask(text).text, `${text} и ещё`)).toBe(mask(text).text.endsWith('•') && text !== '');
		}),
	);
});
