import { type Corpus, corpusOf } from './corpus.ts';
import { type Entry, valuesOf } from './lexicon.ts';
import { keyOf } from './normalise.ts';
import { inOrder } from './order.ts';
import { type Ranked, ranking } from './rank.ts';
import { bestReading } from './reading.ts';
import { finished } from './slices.ts';
import type { FindOptions, SearchAnswer, SearchDocument, SearchIndex, SearchResult } from './types.ts';
import { WEIGHTS } from './weights.ts';
import { indexedWords, typedWords } from './words.ts';

export type {
	DocumentKind,
	FindOptions,
	SearchAnswer,
	SearchDocument,
	SearchIndex,
	SearchResult,
	Texts,
} from './types.ts';
export { deleteOldMisses, missesToShow, noteMiss, settleMiss, writeMisses } from './misses/misses.server.ts';
export { type Need, urgentNeed } from './urgent.ts';

const USUAL_LIMIT = 10;

/** Builds the index of everything the site offers; call it again after publishing, it is pure, and takes some seconds. */
export function buildIndex(documents: readonly SearchDocument[], weights = WEIGHTS): SearchIndex {
	return indexOver(finished(corpusOf(documents, weights)));
}

/** The same without keeping the server from its readers for long. */
export async function buildIndexInSlices(documents: readonly SearchDocument[]): Promise<SearchIndex> {
	const building = corpusOf(documents, WEIGHTS);
	for (;;) {
		const step = building.next();
		if (step.done) return indexOver(step.value);
		await new Promise(setImmediate);
	}
}

function indexOver(corpus: Corpus): SearchIndex {
	return { find: (query, options) => find(corpus, query, options ?? {}) };
}

function find(corpus: Corpus, query: string, { limit = USUAL_LIMIT, ...options }: FindOptions): SearchAnswer {
	const { asTyped, municipality } = options;
	const reading = bestReading(corpus, query, asTyped);
	const named = corpus.towns.namedIn(typedWords(reading.text));
	const here = named.size > 0 ? named : corpus.towns.of(municipality);
	const { ranked, certainty } = ranking(corpus, reading);
	const results = inOrder(corpus, ranked, here)
		.slice(0, limit)
		.map((ranked) => present(corpus, ranked));
	return { results, certainty, ...(reading.text !== query && { readAs: reading.text.toLowerCase() }) };
}

function present({ documents, entries }: Corpus, { document: at, score, word }: Ranked): SearchResult {
	const document = documents[at];
	if (!document) throw new Error(`no document at ${at}`);
	return { document, score, matched: nameBehind(document, word === undefined ? undefined : entries[word]) };
}

/** Only a name says why. A word out of somebody's trouble, or of the text that stands below, would puzzle. */
function nameBehind({ names, aliases }: SearchDocument, entry: Entry | undefined): string {
	if (!entry) return '';
	const isIn = (name: string): boolean => indexedWords(name).map(keyOf).includes(entry.word);
	return [...valuesOf(names), ...aliases].some(isIn) ? entry.shown : '';
}
