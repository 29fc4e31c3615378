import { valuesOf } from './lexicon.ts';
import { isCyrillic } from './normalise.ts';
import { situationWords } from './situations.ts';
import { skeletonOf, skeletonsOf } from './skeleton.ts';
import { isStopWord, isWeakWord } from './stopWords.ts';
import type { SearchDocument } from './types.ts';
import type { Weights } from './weights.ts';
import { indexedWords, typedWords } from './words.ts';

const LENGTHS = [2, 3, 4, 5];

type Counts = Map<string, number>;
type Unit = { document: number; counts: Counts };
type Vector = { terms: Counts; length: number };
type Postings = Map<string, { unit: number; weight: number }[]>;

/** Likeness of a query to each document by runs of letters: forgiving where words are not. */
export type Chargrams = (query: string) => Float64Array;

export function chargramsOf(documents: readonly SearchDocument[], weights: Weights): Chargrams {
	const units = documents.flatMap((document, at) => unitsOf(document, at, weights));
	const rarity = rarityOf(units, documents.length);
	const vectors = units.map(({ counts }) => vectorOf(counts, rarity));
	const postings = postingsOf(vectors);
	return (query) => {
		const likeness = new Float64Array(documents.length);
		for (const counts of queryCounts(query, weights)) {
			const cosines = cosinesOf(vectorOf(counts, rarity), vectors, postings);
			for (const [at, { document }] of units.entries()) {
				likeness[document] = Math.max(likeness[document] ?? 0, cosines[at] ?? 0);
			}
		}
		return likeness;
	};
}

/** One unit a language, so that a short Russian name is not diluted by the others, and one of all together. */
function unitsOf(document: SearchDocument, at: number, weights: Weights): Unit[] {
	const languages = Object.keys({ ...document.names, ...document.provider, ...document.purpose });
	const each = languages.map((language) => countsOf(textsOf(document, [language], weights), weights));
	const extras = extrasOf(document, weights);
	const all = countsOf([...textsOf(document, languages, weights), ...extras], weights);
	const counted = [...each, all, countsOf(extras, weights)].filter(({ size }) => size > 0);
	return counted.map((counts) => ({ document: at, counts }));
}

type Weighted = { text: string; weight: number };

function textsOf(document: SearchDocument, languages: readonly string[], { letters }: Weights): Weighted[] {
	return languages.flatMap((language) => [
		{ text: document.names[language] ?? '', weight: letters.name },
		{ text: document.provider?.[language] ?? '', weight: letters.provider },
		{ text: document.purpose[language] ?? '', weight: letters.purpose }
	]);
}

function extrasOf(document: SearchDocument, { letters }: Weights): Weighted[] {
	return [
		...document.aliases.map((text) => ({ text, weight: letters.alias })),
		...situationWords(document).map((text) => ({ text, weight: letters.situation }))
	];
}

function countsOf(texts: readonly Weighted[], weights: Weights): Counts {
	const counts: Counts = new Map();
	for (const { text, weight } of texts) {
		for (const word of indexedWords(text)) {
			if (!isStopWord(word)) addWord(counts, skeletonOf(word.toLowerCase()), weight, weights);
		}
	}
	return counts;
}

function queryCounts(query: string, weights: Weights): Counts[] {
	const words = typedWords(query).filter((word) => !isStopWord(word));
	const readings = isCyrillic(query) ? [0] : [0, 1];
	return readings.map((reading) => {
		const counts: Counts = new Map();
		for (const word of words) {
			const skeletons = skeletonsOf(word);
			const weight = isWeakWord(word) ? weights.weakWord : 1;
			addWord(counts, skeletons[reading] ?? skeletons[0] ?? '', weight, weights);
		}
		return counts;
	});
}

function addWord(counts: Counts, skeleton: string, weight: number, { lettersAtStart }: Weights): void {
	const framed = `^${skeleton}$`;
	for (const length of LENGTHS) {
		for (let at = 0; at + length <= framed.length; at++) {
			const gram = framed.slice(at, at + length);
			counts.set(gram, (counts.get(gram) ?? 0) + weight * (at ? 1 : lettersAtStart));
		}
	}
}

function rarityOf(units: readonly Unit[], documents: number): (gram: string) => number {
	const holders = new Map<string, Set<number>>();
	for (const { document, counts } of units) {
		for (const gram of counts.keys()) holders.set(gram, (holders.get(gram) ?? new Set()).add(document));
	}
	return (gram) => {
		const held = holders.get(gram)?.size ?? 0;
		return Math.log(1 + (documents - held + 0.5) / (held + 0.5));
	};
}

function vectorOf(counts: Counts, rarity: (gram: string) => number): Vector {
	const terms: Counts = new Map();
	let squares = 0;
	for (const [gram, count] of counts) {
		const weight = (1 + Math.log(Math.max(count, 0.4))) * rarity(gram);
		terms.set(gram, weight);
		squares += weight * weight;
	}
	return { terms, length: Math.sqrt(squares) || 1 };
}

function postingsOf(vectors: readonly Vector[]): Postings {
	const postings: Postings = new Map();
	for (const [unit, { terms }] of vectors.entries()) {
		for (const [gram, weight] of terms) {
			const list = postings.get(gram);
			if (list) list.push({ unit, weight });
			else postings.set(gram, [{ unit, weight }]);
		}
	}
	return postings;
}

function cosinesOf(query: Vector, vectors: readonly Vector[], postings: Postings): Float64Array {
	const products = new Float64Array(vectors.length);
	for (const [gram, weight] of query.terms) {
		for (const posting of postings.get(gram) ?? []) {
			products[posting.unit] = (products[posting.unit] ?? 0) + weight * posting.weight;
		}
	}
	return products.map((product, unit) => product / query.length / (vectors[unit]?.length ?? 1));
}
