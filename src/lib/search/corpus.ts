import { type Chargrams, chargramsOf } from './chargram.ts';
import { type Entry, lexiconOf, valuesOf } from './lexicon.ts';
import { type Matcher, matcherOf } from './match.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { keyOf } from './normalise.ts';
import { isStopWord } from './stopWords.ts';
import { type Towns, townsOf } from './towns.ts';
import type { SearchDocument } from './types.ts';
import type { Weights } from './weights.ts';
import { typedWords, withPartsApart } from './words.ts';

/** What the ranking needs of all documents; built once, on publishing. */
export type Corpus = {
	documents: readonly SearchDocument[];
	entries: readonly Entry[];
	matcher: Matcher;
	chargrams: Chargrams;
	meaning: Meaning;
	towns: Towns;
	nameWords: readonly string[][][];
	weights: Weights;
};

/** Pauses now and then, so that a server can answer readers while it builds. */
export function* corpusOf(documents: readonly SearchDocument[], weights: Weights): Generator<void, Corpus> {
	const entries = yield* lexiconOf(documents, weights);
	yield;
	const matcher = matcherOf(entries, weights);
	yield;
	const chargrams = yield* chargramsOf(documents, weights);
	yield;
	const meaning = yield* meaningOf(documents, weights);
	const [towns, nameWords] = [townsOf(documents), documents.map(nameWordsOf)];
	return { documents, entries, matcher, chargrams, meaning, towns, nameWords, weights };
}

/** The words of the name in each of its languages; OmaKela counts as two as well. */
function nameWordsOf({ names }: SearchDocument): string[][] {
	return valuesOf(names)
		.flatMap((name) => [name, withPartsApart(name)])
		.map((name) => [...new Set(typedWords(name).map(keyOf))].filter((word) => word.length > 1 && !isStopWord(word)))
		.filter((words) => words.length > 0);
}
