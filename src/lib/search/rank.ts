import { type Chargrams, chargramsOf } from './chargram.ts';
import { type Entry, lexiconOf, valuesOf } from './lexicon.ts';
import { type Matcher, type Matches, matcherOf, merge } from './match.ts';
import { isStopWord, keyOf, typedWords } from './normalise.ts';
import type { SearchDocument } from './types.ts';
import type { Weights } from './weights.ts';

/** What the ranking needs of all documents; built once, on publishing. */
export type Corpus = {
	documents: readonly SearchDocument[];
	entries: readonly Entry[];
	matcher: Matcher;
	chargrams: Chargrams;
	nameWords: readonly string[][][];
	weights: Weights;
};

export type QueryWord = { word: string; matches: Matches };

/** One way to read a query; `known` says how much of it the index recognises, 0 to 1. */
export type Reading = { text: string; words: QueryWord[]; known: number };

/** `word` is the place in the lexicon of the word that counted most. */
export type Ranked = { document: number; score: number; word: number | undefined };

export function corpusOf(documents: readonly SearchDocument[], weights: Weights): Corpus {
	const entries = lexiconOf(documents, weights);
	return {
		documents,
		entries,
		matcher: matcherOf(entries, weights),
		chargrams: chargramsOf(documents),
		nameWords: documents.map(nameWordsOf),
		weights
	};
}

export function readingOf(corpus: Corpus, text: string): Reading {
	const typed = typedWords(text);
	const content = typed.filter((word) => !isStopWord(word));
	const words = matched(corpus, content.length > 0 ? content : typed);
	return { text, words, known: knownShare(words, typed.length - content.length, corpus.weights) };
}

export function ranking(corpus: Corpus, reading: Reading): Ranked[] {
	const lexical = lexicalScores(corpus, reading.words);
	const likeness = corpus.chargrams(reading.text);
	const { chargram } = corpus.weights;
	const best = Math.max(1e-9, ...likeness);
	const trust = (chargram * Math.min(1, 0.5 + best)) / best;
	const top = Math.max(1e-9, ...lexical.scores);
	return corpus.documents
		.map((_, document) => ({
			document,
			score: ((lexical.scores[document] ?? 0) / top) * (1 - chargram) + trust * (likeness[document] ?? 0),
			word: lexical.words[document]
		}))
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score);
}

function matched({ matcher, weights }: Corpus, words: readonly string[]): QueryWord[] {
	const found = words.map((word) => ({ word, matches: matcher.match(word) }));
	for (const [i, { word, matches }] of found.entries()) {
		const next = found[i + 1];
		if (!next) continue;
		const joined = matcher.lookUp(word + next.word);
		merge(matches, joined, weights.joined);
		merge(next.matches, joined, weights.joined);
	}
	return found;
}

function knownShare(words: readonly QueryWord[], stopWords: number, { stopWordLetters }: Weights): number {
	const stopLetters = stopWords * stopWordLetters;
	const letters = sum(words, ({ word }) => word.length) + stopLetters;
	const known = sum(words, ({ word, matches }) => Math.min(1, bestOf(matches)) * word.length) + stopLetters;
	return letters ? known / letters : 0;
}

function lexicalScores(corpus: Corpus, query: readonly QueryWord[]): { scores: Float64Array; words: number[] } {
	const { weights } = corpus;
	const size = corpus.documents.length;
	const scores = new Float64Array(size);
	const covered = new Float64Array(size);
	const words: number[] = [];
	const strongest = new Float64Array(size);
	let total = 0;
	for (const { matches } of query) {
		const rarity = matches.size ? rarityOf(corpus, matches) : weights.unknownWord;
		total += rarity;
		for (const [document, hit] of bestHits(corpus, matches)) {
			scores[document] = (scores[document] ?? 0) + rarity * hit.value;
			covered[document] = (covered[document] ?? 0) + rarity * hit.similarity;
			if (rarity * hit.value <= (strongest[document] ?? 0)) continue;
			strongest[document] = rarity * hit.value;
			words[document] = hit.word;
		}
	}
	const raised = scores.map((score, document) => {
		if (score === 0) return 0;
		const coverage = weights.coverageFloor + ((1 - weights.coverageFloor) * (covered[document] ?? 0)) / total;
		return score * coverage * (1 + weights.wholeName * namedShare(corpus, query, document));
	});
	return { scores: raised, words };
}

type Hit = { value: number; similarity: number; word: number };

function bestHits({ entries, weights }: Corpus, matches: Matches): Map<number, Hit> {
	const hits = new Map<number, Hit>();
	const { saturation, similarityPower } = weights;
	for (const [word, similarity] of matches) {
		for (const [document, weight] of entries[word]?.weights ?? []) {
			const value = (similarity ** similarityPower * weight * (1 + saturation)) / (weight + saturation);
			if (value > (hits.get(document)?.value ?? 0)) hits.set(document, { value, similarity, word });
		}
	}
	return hits;
}

function rarityOf({ documents, entries, weights }: Corpus, matches: Matches): number {
	const holders = new Set<number>();
	for (const [word, similarity] of matches) {
		if (similarity < weights.commonSimilarity) continue;
		for (const document of entries[word]?.weights.keys() ?? []) holders.add(document);
	}
	const held = holders.size || 1;
	const rarity = Math.log(1 + (documents.length - held + 0.5) / (held + 0.5)) ** weights.rarityPower;
	return Math.max(weights.leastRarity, rarity);
}

/** How much of the document's name, in its best language, stands in the query. */
function namedShare({ nameWords, entries }: Corpus, query: readonly QueryWord[], document: number): number {
	const inQuery = new Map<string, number>();
	for (const { matches } of query) {
		for (const [word, similarity] of matches) {
			const key = entries[word]?.word ?? '';
			if (similarity >= 0.75) inQuery.set(key, Math.max(similarity, inQuery.get(key) ?? 0));
		}
	}
	const shares = (nameWords[document] ?? []).map((words) => sum(words, (w) => inQuery.get(w) ?? 0) / words.length);
	return Math.max(0, ...shares);
}

function nameWordsOf({ names }: SearchDocument): string[][] {
	return valuesOf(names)
		.map((name) => [...new Set(typedWords(name).map(keyOf))].filter((word) => word.length > 1 && !isStopWord(word)))
		.filter((words) => words.length > 0);
}

function bestOf(matches: Matches): number {
	return Math.max(0, ...matches.values());
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
	return items.reduce((total, item) => total + value(item), 0);
}
