import { expect, test } from 'vitest';
import { languageOfText, shortened, wordIn } from './text.ts';

test('a single digit is for us, whatever stands around it; more is a question', () => {
	expect(['1', ' 1. ', '«1»', '１'].map(wordIn)).toEqual(new Array(4).fill('text'));
	expect(['0', '"0"', '0\n'].map(wordIn)).toEqual(new Array(3).fill('forget'));
	expect(['10', '1 вопрос', '', '112', 'да'].map(wordIn)).toEqual(new Array(5).fill(null));
});

test('whoever writes is answered in her language', () => {
	expect(languageOfText('Помогите с Kela')).toBe('ru');
	expect(languageOfText('Hei, miten pääsen OmaKelaan')).toBe('fi');
	expect(languageOfText('How can I pay this')).toBe('en');
	expect(languageOfText('???')).toBe('fi');
});

test('a long answer is cut between words, and says that it is', () => {
	expect(shortened(' коротко ')).toEqual({ text: 'коротко', isCut: false });
	const cut = shortened('слово '.repeat(400));
	expect(cut.isCut).toBe(true);
	expect(cut.text).toMatch(/^(слово )+слово…$/);
	expect([...cut.text].length).toBeLessThanOrEqual(901);
});
