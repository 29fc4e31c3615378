/** A text in each language that has one, keyed by language code. */
export type Texts = Partial<Record<string, string>>;

/** What an area offers to the search: short texts only, never the whole page. */
export type SearchDocument = {
	kind: 'service' | 'guide' | 'term' | 'change' | 'event' | 'place';
	id: string;
	names: Texts;
	provider?: Texts;
	purpose: Texts;
	aliases: string[];
};

/** `matched` is a word of the document that explains why it was found. */
export type SearchResult = { document: SearchDocument; score: number; matched: string };

/** `readAs` is the query as re-read from the other keyboard, for "did you mean". */
export type SearchAnswer = { results: SearchResult[]; readAs?: string };

export type FindOptions = { limit?: number; lang?: string };

export type SearchIndex = { find(query: string, options?: FindOptions): SearchAnswer };
