import { type Corpus, corpusOf } from './corpus.ts';
import { type Ranked, ranking } from './rank.ts';
import { bestReading } from './reading.ts';
import type { FindOptions, SearchAnswer, SearchDocument, SearchIndex, SearchResult } from './types.ts';
import { WEIGHTS } from './weights.ts';

export type { FindOptions, SearchAnswer, SearchDocument, SearchIndex, SearchResult, Texts } from './types.ts';
export { type Need, urgentNeed } from './urgent.ts';

const USUAL_LIMIT = 10;

/** Builds the index of everything the site offers; call it again after publishing, it is pure and quick. */
export function buildIndex(documents: readonly SearchDocument[], weights = WEIGHTS): SearchIndex {
	const corpus = corpusOf(documents, weights);
	return { find: (query, options) => find(corpus, query, options ?? {}) };
}

function find(corpus: Corpus, query: string, { limit = USUAL_LIMIT, lang }: FindOptions): SearchAnswer {
	const reading = bestReading(corpus, query);
	const results = ranking(corpus, reading)
		.slice(0, limit)
		.map((ranked) => present(corpus, ranked, lang));
	return reading.text === query ? { results } : { results, readAs: reading.text.toLowerCase() };
}

function present({ documents, entries }: Corpus, { document: at, score, word }: Ranked, lang?: string): SearchResult {
	const document = documents[at];
	if (!document) throw new Error(`no document at ${at}`);
	const entry = word === undefined ? undefined : entries[word];
	return { document, score, matched: entry?.shown ?? nameIn(document, lang) };
}

function nameIn({ names }: SearchDocument, lang = ''): string {
	return names[lang] ?? Object.values(names)[0] ?? '';
}
