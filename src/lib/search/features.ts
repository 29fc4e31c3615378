import { conceptsOf } from './concepts.ts';
import { coarseOf, rootOf, skeletonOf, skeletonsOf } from './skeleton.ts';
import { isStopWord } from './stopWords.ts';
import type { Weights } from './weights.ts';
import { typedWords } from './words.ts';

/** What a text has about it that other texts may share, and how much it counts. */
export type Features = ReadonlyMap<string, number>;

type Shares = Weights['feature'];
type FeaturesOf = (text: string) => Features;

/** For texts of the index: the words as they stand. The reader remembers every word it has seen. */
export function featureReader(shares: Shares): FeaturesOf {
	const known = new Map<string, Features>();
	const ofWord = (word: string): Features => {
		const features = known.get(word) ?? wordFeatures(word, [skeletonOf(word)], shares);
		known.set(word, features);
		return features;
	};
	return (text) => together(contentOf(text).map(ofWord), shares.most);
}

/** For a query: each word in every way it may be meant. */
export function queryFeatures(words: readonly string[], shares: Shares): Features {
	return together(
		words.map((word) => wordFeatures(word, skeletonsOf(word), shares)),
		shares.most,
	);
}

/** The words that say something; all of them when none does. */
export function contentOf(text: string): string[] {
	const words = typedWords(text);
	const content = words.filter((word) => !isStopWord(word));
	return content.length > 0 ? content : words;
}

function together(ofWords: readonly Features[], most: number): Features {
	const sum = new Map<string, number>();
	for (const features of ofWords) {
		for (const [feature, share] of features) sum.set(feature, Math.min(most, (sum.get(feature) ?? 0) + share));
	}
	return sum;
}

/** The first letter of a feature says of what kind it is. */
function wordFeatures(word: string, skeletons: readonly string[], shares: Shares): Features {
	const features = new Map<string, number>();
	for (const skeleton of skeletons) {
		if (skeleton.length < 2) continue;
		features.set(`=${skeleton}`, shares.whole);
		features.set(`r${rootOf(skeleton)}`, shares.root);
		if (skeleton.length >= 4) features.set(`c${coarseOf(rootOf(skeleton))}`, shares.coarse);
		for (const length of [4, 5]) if (skeleton.length >= length) features.set(`^${skeleton.slice(0, length)}`, shares.start);
	}
	for (const concept of conceptsOf(word)) features.set(`#${concept}`, shares.concept);
	return features;
}
