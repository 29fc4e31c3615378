import { expect, test } from 'vitest';
import { stemsOf } from './post.ts';

test.each([
	['квартиру', 'заявление на квартиры'],
	['lomaketta', 'täytä lomake'],
	['Kela', 'kelassa'],
	['ОмаКела', 'как войти в омакелу'],
])('a word is found where its ending is another: %s', (asked, text) => {
	expect(stemsOf(asked).every((stem) => text.includes(stem))).toBe(true);
});

test('a short word stays whole, and marks are no words', () => {
	expect(stemsOf('  DVV? — код!')).toEqual(['dvv', 'код']);
	expect(stemsOf('%_')).toEqual([]);
});

test('a long query asks for its first words only', () => {
	expect(stemsOf('a b c d e f g h i j')).toHaveLength(8);
});
