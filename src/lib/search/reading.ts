import type { Corpus } from './corpus.ts';
import { otherLayouts } from './layout.ts';
import { type Matches, merge } from './match.ts';
import { isStopWord } from './stopWords.ts';
import type { Weights } from './weights.ts';
import { typedWords } from './words.ts';

/** Nobody types more than that in search of something. */
const MOST_WORDS = 30;

export type QueryWord = { word: string; matches: Matches };

/** One way to read a query; `known` says how much of it the index recognises, 0 to 1. */
export type Reading = { text: string; words: QueryWord[]; known: number };

/** The query as typed, unless the same keys on another keyboard make clearly more sense. */
export function bestReading(corpus: Corpus, query: string, asTyped = false): Reading {
	const typed = readingOf(corpus, query);
	if (asTyped) return typed;
	const others = otherLayouts(query).map((text) => readingOf(corpus, text));
	const best = others.reduce((a, b) => (b.known > a.known ? b : a), typed);
	return best.known > typed.known + corpus.weights.layoutMargin ? best : typed;
}

function readingOf(corpus: Corpus, text: string): Reading {
	const typed = typedWords(text).slice(0, MOST_WORDS);
	const content = typed.filter((word) => !isStopWord(word));
	const words = matchedWords(corpus, content.length > 0 ? content : typed);
	return { text, words, known: knownShare(words, typed.length - content.length, corpus.weights) };
}

function matchedWords({ matcher, weights }: Corpus, words: readonly string[]): QueryWord[] {
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
	let letters = stopWords * stopWordLetters;
	let known = letters;
	for (const { word, matches } of words) {
		letters += word.length;
		known += Math.min(1, bestOf(matches)) * word.length;
	}
	return letters ? known / letters : 0;
}

function bestOf(matches: Matches): number {
	return Math.max(0, ...matches.values());
}
