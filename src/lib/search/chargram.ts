import { isCyrillic } from './normalise.ts';
import { situationWords } from './situations.ts';
import { skeletonOf, skeletonsOf } from './skeleton.ts';
import { inSlices } from './slices.ts';
import { type Cosines, cosinesAmong, type Dictionary, newDictionary, type Unit } from './sparse.ts';
import { isStopWord } from './stopWords.ts';
import type { SearchDocument } from './types.ts';
import type { Weights } from './weights.ts';
import { indexedWords, typedWords } from './words.ts';

const LENGTHS = [3, 4, 5];
/** Above this the longest runs and the wholes are left out, for the sake of memory. */
const MANY = 1_000;
const SLICE = 15;

/** Likeness of a query to each document by runs of letters: forgiving where words are not. */
export type Chargrams = (query: string) => Float64Array;

type Text = { text: string; weight: number };
type Counts = Map<number, number>;
type Counter = { grams: Dictionary; weights: Weights; ofWord: Map<string, number[]>; isLarge: boolean };

export function* chargramsOf(documents: readonly SearchDocument[], weights: Weights): Generator<void, Chargrams> {
	const isLarge = documents.length > MANY;
	const counter: Counter = { grams: newDictionary(), weights, ofWord: new Map(), isLarge };
	const units = yield* inSlices(documents, SLICE, (document, at) => unitsOf(document, at, counter));
	// Only the building needs them.
	counter.ofWord.clear();
	const cosines = cosinesAmong(units.flat(), { documents: documents.length, terms: counter.grams.size() });
	return (query) => likenessTo(query, counter, cosines);
}

function likenessTo(query: string, counter: Counter, cosines: Cosines): Float64Array {
	const words = typedWords(query).filter((word) => !isStopWord(word));
	const readings = isCyrillic(query) ? [0] : [0, 1];
	const [first, second] = readings.map((reading) => cosines(queryCounts(words, reading, counter)));
	return first?.map((likeness, document) => Math.max(likeness, second?.[document] ?? 0)) ?? new Float64Array();
}

function queryCounts(words: readonly string[], reading: number, counter: Counter): Counts {
	const { grams, weights } = counter;
	const counts: Counts = new Map();
	for (const word of words) {
		const skeletons = skeletonsOf(word);
		const known = gramsOf(skeletons[reading] ?? skeletons[0] ?? '', counter).map((gram) => grams.find(gram));
		addGrams(counts, known, 1, weights);
	}
	return counts;
}

/** One unit a language, so that a short Russian name is not diluted by the others, and one of all together. */
function unitsOf(document: SearchDocument, at: number, counter: Counter): Unit[] {
	const { letters } = counter.weights;
	const languages = new Set([document.names, document.provider ?? {}, document.purpose].flatMap(Object.keys));
	const each = [...languages].map((language) => textsIn(document, language, counter.weights));
	const extras = [
		...document.aliases.map((text) => ({ text, weight: letters.alias })),
		...situationWords(document).map((text) => ({ text, weight: letters.situation })),
	];
	const all = [...each.flat(), ...extras];
	return [...each, ...(counter.isLarge ? [] : [all]), extras]
		.filter((texts) => texts.length > 0)
		.map((texts) => ({ document: at, ...columnsOf(countsOf(texts, counter)) }));
}

function textsIn({ names, provider, purpose }: SearchDocument, language: string, { letters }: Weights): Text[] {
	return [
		{ text: names[language] ?? '', weight: letters.name },
		{ text: provider?.[language] ?? '', weight: letters.provider },
		{ text: purpose[language] ?? '', weight: letters.purpose },
	];
}

function countsOf(texts: readonly Text[], counter: Counter): Counts {
	const counts: Counts = new Map();
	for (const { text, weight } of texts) {
		for (const word of indexedWords(text)) addGrams(counts, knownGrams(word, counter), weight, counter.weights);
	}
	return counts;
}

function knownGrams(word: string, counter: Counter): number[] {
	const { grams, ofWord } = counter;
	const known = ofWord.get(word);
	if (known) return known;
	const fresh = isStopWord(word) ? [] : gramsOf(skeletonOf(word.toLowerCase()), counter).map((gram) => grams.add(gram));
	ofWord.set(word, fresh);
	return fresh;
}

/** A run at the start of a word, the first of its length, counts for more: endings are what declension changes. */
function addGrams(counts: Counts, grams: readonly number[], weight: number, weights: Weights): void {
	for (const [i, gram] of grams.entries()) {
		const added = i < LENGTHS.length ? weight * weights.lettersAtStart : weight;
		counts.set(gram, (counts.get(gram) ?? 0) + added);
	}
}

/** All runs of letters of a word, those at its start first. */
function gramsOf(skeleton: string, { isLarge }: Counter): string[] {
	const lengths = isLarge ? LENGTHS.slice(0, -1) : LENGTHS;
	const framed = `^${skeleton}$`;
	const grams: string[] = [];
	for (let at = 0; at < framed.length; at++) {
		for (const length of lengths) if (at + length <= framed.length) grams.push(framed.slice(at, at + length));
	}
	return grams;
}

function columnsOf(counts: Counts): { terms: Int32Array; counts: Float32Array } {
	const columns = { terms: new Int32Array(counts.size), counts: new Float32Array(counts.size) };
	let at = 0;
	for (const [term, count] of counts) {
		columns.terms[at] = term;
		columns.counts[at++] = count;
	}
	return columns;
}
