import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskMarks, unmask } from './marks.ts';

const control = { fi: 'Lähetä', en: 'Send', seen: true };

test('marked words and the label of the control are signs for the machine, and come back as they were', () => {
	const { text, kept } = maskMarks('Нажмите [[fi:Lähetä]], не [[fi:Peruuta]].', undefined, 'en');
	expect(text).not.toMatch(/Lähetä|Peruuta|\[/);
	expect(unmask(text.replace('Нажмите', 'Press').replace('не', 'not'), kept)).toBe(
		'Press [[fi:Lähetä]], not [[fi:Peruuta]].',
	);
});

test('the label of the control, written plainly in the source, is marked as Finnish in another language', () => {
	const { text, kept } = maskMarks('Paina Lähetä.', control, 'ru');
	expect(text).not.toContain('Lähetä');
	expect(unmask(text.replace('Paina', 'Нажмите'), kept)).toBe('Нажмите [[fi:Lähetä]].');
	const into = maskMarks('Paina Lähetä (Send).', control, 'en');
	expect(unmask(into.text, into.kept)).toBe('Paina [[fi:Lähetä]] (Send).');
});

test('part of a longer word is no label, and a long label is not taken apart by a short one', () => {
	expect(maskMarks('Lähetät kirjeen.', control, 'ru').kept).toEqual([]);
	const both = { fi: 'Lähetä hakemus', sv: 'Lähetä', seen: true };
	expect(maskMarks('Paina Lähetä hakemus.', both, 'ru').kept).toEqual(['[[fi:Lähetä hakemus]]']);
});

test('a machine that sets spaces or small letters into a sign is understood; one that loses or doubles it is not', () => {
	const { text, kept } = maskMarks('[[fi:A]] и [[fi:B]]', undefined, 'en');
	expect(unmask('qz 1 zq and Qz0Zq', kept)).toBe('[[fi:B]] and [[fi:A]]');
	expect(unmask(text.replace('QZ1ZQ', ''), kept)).toBeNull();
	expect(unmask(`${text} QZ1ZQ`, kept)).toBeNull();
	expect(unmask('QZ0ZQ QZ7ZQ', kept)).toBeNull();
});

test('whatever is masked comes back whole', () => {
	const word = fc.stringMatching(/^[A-Za-zÄÖäöа-яё .,]{0,20}$/);
	const mark = fc.stringMatching(/^[A-Za-zäö]{1,10}$/).map((one) => `[[fi:${one}]]`);
	fc.assert(
		fc.property(fc.array(fc.oneof(word, mark), { maxLength: 12 }), (parts) => {
			const text = parts.join(' ');
			const { text: masked, kept } = maskMarks(text, undefined, 'ru');
			expect(unmask(masked, kept)).toBe(text);
		}),
	);
});
