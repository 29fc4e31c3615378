import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomKey } from '#lib/platform/randomness.server.ts';
import { seal, unseal } from './sealing.server.ts';

const key = randomKey();

test('any text comes back as it was, and shows nothing of itself or its length', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
			const sealed = seal(key, text, 'c/1');
			expect(unseal(key, sealed, 'c/1')).toBe(Buffer.from(text).toString());
			expect((sealed.length - 29) % 256).toBe(0);
			if (text.length > 3) expect(sealed.includes(Buffer.from(text))).toBe(false);
		}),
	);
});

test('another key, another place or a changed byte opens nothing', () => {
	const sealed = seal(key, 'бабушкин вопрос', 'conversation/7');
	expect(unseal(randomKey(), sealed, 'conversation/7')).toBeNull();
	expect(unseal(key, sealed, 'conversation/8')).toBeNull();
	for (let at = 0; at < sealed.length; at += 1) {
		const changed = Buffer.from(sealed);
		changed[at] = (changed[at] ?? 0) ^ 1;
		expect(unseal(key, changed, 'conversation/7')).toBeNull();
	}
	expect(unseal(key, sealed.subarray(0, 40), 'conversation/7')).toBeNull();
});

test('the same text is never sealed twice alike', () => {
	expect(seal(key, 'да', 'x')).not.toEqual(seal(key, 'да', 'x'));
});
