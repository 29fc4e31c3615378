import fc from 'fast-check';
import { expect, test } from 'vitest';
import { structured } from './structured.ts';

test('whatever a text holds, it cannot end its element, and reads back the same', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.constantFrom('</script><b>', '<!--', '&lt;', '\u2028')), (text) => {
			const json = structured({ text });
			expect(json).not.toMatch(/[<>&\u2028\u2029]/);
			expect(JSON.parse(json)).toEqual({ '@context': 'https://schema.org', text });
		}),
	);
});
