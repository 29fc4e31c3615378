import type { Measures, Share } from './advice.ts';
import { featuresIn } from './features.ts';
import type { ReadText } from './read.ts';
import type { Sentence } from './sentences.ts';

export function measure(text: ReadText): Measures {
	const { sentences, setting } = text;
	const words = sentences.flatMap((sentence) => sentence.words).length;
	return {
		words,
		sentences: sentences.length,
		wordsPerSentence: sentences.length === 0 ? 0 : tenth(words / sentences.length),
		longest: Math.max(0, ...sentences.map((sentence) => sentence.words.length)),
		...(setting.lang === 'ru' && words > 0 && { flesch: flesch(sentences) }),
		shares: sharesOf(text),
	};
}

/** Flesch after Oborneva (2006). Syllables are counted in Cyrillic words: how a Finnish one is read, it cannot know. */
export function flesch(sentences: readonly Sentence[]): number | undefined {
	const words = sentences.flatMap((sentence) => sentence.words);
	const russian = words.filter(({ text }) => /\p{Script=Cyrillic}/u.test(text));
	if (russian.length === 0) return undefined;
	const syllables = russian.reduce((sum, { text }) => sum + syllablesIn(text), 0);
	return tenth(206.835 - 1.3 * (words.length / sentences.length) - 60.1 * (syllables / russian.length));
}

const syllablesIn = (word: string): number => word.match(/[аеёиоуыэюя]/gi)?.length ?? 0;

function sharesOf(text: ReadText): Partial<Record<Share, number>> {
	const { told, own, found } = featuresIn(text);
	const share = (one: Share): number => found.filter(({ feature }) => feature === one).length / Math.max(1, own);
	return Object.fromEntries(told.map((one) => [one, Math.round(share(one) * 1000) / 1000]));
}

export const tenth = (value: number): number => Math.round(value * 10) / 10;
