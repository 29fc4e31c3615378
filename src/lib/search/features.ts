import { conceptsOf } from './concepts.ts';
import { coarseOf, rootOf, skeletonOf, skeletonsOf } from './skeleton.ts';
import type { Dictionary } from './sparse.ts';
import { isStopWord } from './stopWords.ts';
import type { Weights } from './weights.ts';
import { typedWords } from './words.ts';

/** By number in the dictionary: what a text has about it that other texts may share, and how much it counts. */
export type Features = ReadonlyMap<number, number>;

type Shares = Weights['feature'];
type Feature = readonly [name: string, share: number];

/** For texts of the index: the words as they stand. The reader remembers every word it has seen. */
export function featureReader(features: Dictionary, shares: Shares): (text: string) => Features {
	const known = new Map<string, [number, number][]>();
	const ofWord = (word: string): [number, number][] => {
		const numbered =
			known.get(word) ?? named(word, [skeletonOf(word)]).map(([name, share]) => [features.add(name), share]);
		known.set(word, numbered);
		return numbered;
	};
	const named = (word: string, skeletons: readonly string[]) => wordFeatures(word, skeletons, shares);
	return (text) => together(contentOf(text).map(ofWord), shares.most);
}

/** A word of a query, or, `likely` so, what it is a misspelling of. */
export type Meant = { word: string; likely: number };

/** For a query: each word in every way it may be meant; only what the index knows. */
export function queryFeatures(words: readonly (readonly Meant[])[], features: Dictionary, shares: Shares): Features {
	const known = (word: string) =>
		wordFeatures(word, skeletonsOf(word), shares)
			.map(([name, share]): [number, number] => [features.find(name), share])
			.filter(([at]) => at >= 0);
	const ofWord = (readings: readonly Meant[]) =>
		readings.flatMap(({ word, likely }) => known(word).map(([at, share]): [number, number] => [at, share * likely]));
	return together(words.map(ofWord), shares.most);
}

/** The words that say something; all of them when none does. */
function contentOf(text: string): string[] {
	const words = typedWords(text);
	const content = words.filter((word) => !isStopWord(word));
	return content.length > 0 ? content : words;
}

function together(ofWords: readonly (readonly [number, number][])[], most: number): Features {
	const sum = new Map<number, number>();
	for (const features of ofWords) {
		for (const [at, share] of features) sum.set(at, Math.min(most, (sum.get(at) ?? 0) + share));
	}
	return sum;
}

/** The first letter of a feature says of what kind it is. */
function wordFeatures(word: string, skeletons: readonly string[], shares: Shares): Feature[] {
	const features = new Map<string, number>();
	for (const skeleton of skeletons) {
		if (skeleton.length < 2) continue;
		features.set(`=${skeleton}`, shares.whole);
		features.set(`r${rootOf(skeleton)}`, shares.root);
		if (skeleton.length >= 4) features.set(`c${coarseOf(rootOf(skeleton))}`, shares.coarse);
		for (const length of [4, 5])
			if (skeleton.length >= length) features.set(`^${skeleton.slice(0, length)}`, shares.start);
	}
	for (const concept of conceptsOf(word)) features.set(`#${concept}`, shares.concept);
	return [...features];
}
