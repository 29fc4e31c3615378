import { expect, test } from 'vitest';
import { measured, type StarterText, starterTexts } from '../bench/readability/texts.ts';
import { adviseOn } from '../src/lib/content/advice/adviseOn.ts';
import { limitsOf, SENTENCES_FOR_MEAN, WORDS_FOR_FLESCH } from '../src/lib/content/advice/limits.ts';
import { PHONES } from './phones.ts';

/** Flesch after Oborneva; official Russian lies below 30. Of a line or two the index says little, so less is asked. */
const FLOOR = 40;
const FLOOR_OF_A_LINE = 30;

const texts = starterTexts();

function hard(text: StarterText): string[] {
	const { words, sentences, flesch, longest, wordsPerSentence } = measured(text);
	const limits = limitsOf(text.lang, text.level);
	const isTiring = sentences >= SENTENCES_FOR_MEAN && wordsPerSentence > limits.mean;
	const floor = words < WORDS_FOR_FLESCH ? FLOOR_OF_A_LINE : FLOOR;
	const name = `${text.file} ${text.lang} ${text.level}`;
	return [
		...(flesch !== undefined && flesch < floor ? [`${name}: Flesch ${flesch}, at least ${floor}`] : []),
		...(longest > limits.longest ? [`${name}: a sentence of ${longest} words, at most ${limits.longest}`] : []),
		...(isTiring ? [`${name}: ${wordsPerSentence} words a sentence, at most ${limits.mean}`] : []),
	];
}

function planted(text: string, more: Partial<StarterText> = {}): StarterText {
	const blocks = [{ id: 'a', kind: 'note', words: { text } } as const];
	return { file: 'planted.json', kind: 'guide', lang: 'ru', level: 'plain', blocks, ...more };
}

test('a hard text, a long sentence and a tiring one are found', () => {
	const official = 'Предоставление дополнительной информации осуществляется уполномоченной организацией. '.repeat(4);
	expect(hard(planted(official))).toEqual([expect.stringMatching(/^planted\.json ru plain: Flesch -?\d/)]);
	const long = `Mene ${'ja mene '.repeat(6)}kotiin. `.repeat(3);
	expect(hard(planted(long, { lang: 'fi', level: 'easy' }))).toEqual([
		'planted.json fi easy: a sentence of 14 words, at most 12',
		'planted.json fi easy: 14 words a sentence, at most 8',
	]);
	expect(hard(planted('Возьмите лист. Дайте его врачу.'))).toEqual([]);
});

test('every starter text is easy enough to read, in each of its languages', () => {
	expect(new Set(texts.map(({ lang, level }) => `${lang} ${level}`))).toEqual(
		new Set(['fi plain', 'ru plain', 'en plain', 'fi easy']),
	);
	expect(texts.flatMap(hard)).toEqual([]);
});

test('no starter text holds what must not be published', () => {
	const errors = texts.flatMap(({ file, lang, level, kind, blocks }) =>
		adviseOn(blocks, { lang, level, kind, terms: [], phones: PHONES })
			.advice.filter(({ severity }) => severity === 'error')
			.map(({ rule, block, quote }) => `${file} ${lang} ${block}: ${rule} ${quote}`),
	);
	expect(errors).toEqual([]);
});
