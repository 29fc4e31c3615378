import type { Corpus } from './corpus.ts';
import type { Meant } from './features.ts';
import type { Matches } from './match.ts';
import type { QueryWord, Reading } from './reading.ts';
import type { Weights } from './weights.ts';

/** `word` is the place in the lexicon of the word that counted most. */
export type Ranked = { document: number; score: number; word: number | undefined };

export type Ranking = { ranked: Ranked[]; certainty: number };

type Tally = { score: number; covered: number; strongest: number; word: number | undefined };
type Weighed = QueryWord & { importance: number };
type Hit = { value: number; similarity: number; word: number };

const NEXT_TO_NOTHING = 1e-9;

/** All documents that have anything to do with the query: by words, by runs of letters, and by what it means. */
export function ranking(corpus: Corpus, reading: Reading): Ranking {
	const words = reading.words.map((word): Weighed => ({ ...word, importance: importanceOf(corpus, word) }));
	const tallies = talliesOf(corpus, words);
	const byWords = wordScores(corpus, tallies, words);
	const byLetters = corpus.chargrams(reading.text);
	const meant = corpus.meaning(reading.words.map((queryWord) => readingsOf(corpus, queryWord)));
	const certainty = certaintyOf(reading.known, highest(byLetters), meant.certainty);
	const { chargram, leastCertainty } = corpus.weights;
	if (certainty < leastCertainty) return { ranked: [], certainty };
	const share = meaningShare(reading.words.length, corpus.weights);
	const ofWords = (1 - chargram) / highest(byWords);
	const ofLetters = (chargram * Math.min(1, 0.5 + highest(byLetters))) / highest(byLetters);
	const ranked = tallies
		.map(({ word }, document) => {
			const alike = ofWords * (byWords[document] ?? 0) + ofLetters * (byLetters[document] ?? 0);
			const score = alike * kindWeight(corpus, document) + share * (meant.shares.get(document) ?? 0);
			return { document, score, word };
		})
		.filter(({ score }) => score > 0);
	return { ranked, certainty };
}

/** Weighed so that questions with an answer and talk about other things lie as far apart as they do. */
function certaintyOf(known: number, alike: number, meant: number): number {
	return (known / 2 + Math.min(1, alike) + meant) / 2.5;
}

/** The word itself if it is known; else those that it is most likely a misspelling of. */
function readingsOf({ entries, weights }: Corpus, { word, matches }: QueryWord): Meant[] {
	const best = Math.max(0, ...matches.values());
	if (best >= weights.heard || best < weights.leastMeant) return [{ word, likely: 1 }];
	const nearest = [...matches].filter(([, similarity]) => similarity >= best * weights.nearlyBest);
	const meant = nearest.flatMap(([at, likely]) => ({
		word: entries[at]?.word ?? word,
		likely: likely / nearest.length,
	}));
	return [{ word, likely: 1 }, ...meant];
}

/** A word or two are a name, mostly; what matters in a trouble is the whole of it. */
function meaningShare(words: number, { learning }: Weights): number {
	return Math.min(learning.mostShare, learning.share + learning.shareOfWord * (words - 1));
}

function wordScores(corpus: Corpus, tallies: readonly Tally[], query: readonly Weighed[]): number[] {
	const { coverageFloor, wholeName } = corpus.weights;
	const total = query.reduce((sum, { importance }) => sum + importance, 0);
	const heard = heardWords(corpus, query);
	return tallies.map(({ score, covered }, document) => {
		if (score === 0) return 0;
		const coverage = coverageFloor + ((1 - coverageFloor) * covered) / total;
		return score * coverage * (1 + wholeName * namedShare(corpus.nameWords[document] ?? [], heard));
	});
}

function talliesOf(corpus: Corpus, query: readonly Weighed[]): Tally[] {
	const tallies = corpus.documents.map((): Tally => ({ score: 0, covered: 0, strongest: 0, word: undefined }));
	for (const { matches, importance } of query) {
		for (const [document, hit] of bestHits(corpus, matches)) {
			const tally = tallies[document];
			if (tally) addHit(tally, hit, importance);
		}
	}
	return tallies;
}

function addHit(tally: Tally, { value, similarity, word }: Hit, importance: number): void {
	tally.score += importance * value;
	tally.covered += importance * similarity;
	if (importance * value <= tally.strongest) return;
	tally.strongest = importance * value;
	tally.word = word;
}

/** For each document the one of its words that answers the query word best. */
function bestHits({ entries, weights }: Corpus, matches: Matches): Map<number, Hit> {
	const hits = new Map<number, Hit>();
	const { saturation, similarityPower } = weights;
	for (const [word, similarity] of matches) {
		const alike = similarity ** similarityPower * (1 + saturation);
		const entry = entries[word];
		// A common word stands in thousands of documents: no iterator of pairs here, and one hit made for each.
		for (let at = 0; at < (entry?.documents.length ?? 0); at++) {
			const document = entry?.documents[at] ?? 0;
			const weight = entry?.weights[at] ?? 0;
			const value = (alike * weight) / (weight + saturation);
			const hit = hits.get(document);
			if (!hit) hits.set(document, { value, similarity, word });
			else if (value > hit.value) [hit.value, hit.similarity, hit.word] = [value, similarity, word];
		}
	}
	return hits;
}

/** The rarer among the documents, the more a word says; a word unknown to all makes the rest doubtful. */
function importanceOf(corpus: Corpus, { matches }: QueryWord): number {
	return matches.size > 0 ? rarityOf(corpus, matches) : corpus.weights.unknownWord;
}

function rarityOf({ documents, entries, weights }: Corpus, matches: Matches): number {
	const holders = new Set<number>();
	for (const [word, similarity] of matches) {
		if (similarity < weights.commonSimilarity) continue;
		for (const document of entries[word]?.documents ?? []) holders.add(document);
	}
	const held = holders.size || 1;
	const rarity = Math.log(1 + (documents.length - held + 0.5) / (held + 0.5)) ** weights.rarityPower;
	return Math.max(weights.leastRarity, rarity);
}

function heardWords({ entries, weights }: Corpus, query: readonly QueryWord[]): Map<string, number> {
	const heard = new Map<string, number>();
	for (const { matches } of query) {
		for (const [at, similarity] of matches) {
			const word = entries[at]?.word;
			if (word === undefined || similarity < weights.heard) continue;
			heard.set(word, Math.max(similarity, heard.get(word) ?? 0));
		}
	}
	return heard;
}

/** How much of the name, in the language that fits best, stands in the query. */
function namedShare(names: readonly string[][], heard: ReadonlyMap<string, number>): number {
	const shares = names.map((words) => words.reduce((sum, word) => sum + (heard.get(word) ?? 0), 0) / words.length);
	return Math.max(0, ...shares);
}

/** Between equals the service itself goes before a place that offers it. */
function kindWeight({ documents, weights }: Corpus, at: number): number {
	const document = documents[at];
	return document ? weights.kind[document.kind] * (document.demoted ? weights.demoted : 1) : 1;
}

function highest(scores: Float64Array | readonly number[]): number {
	let most = NEXT_TO_NOTHING;
	for (const score of scores) if (score > most) most = score;
	return most;
}
