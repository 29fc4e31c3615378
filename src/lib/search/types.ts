/** A text in each language that has one, keyed by language code. */
export type Texts = Partial<Record<string, string>>;

export type DocumentKind = 'service' | 'guide' | 'term' | 'change' | 'event' | 'place' | 'material' | 'video';

/** What an area offers to the search. */
export type SearchDocument = {
	readonly kind: DocumentKind;
	readonly id: string;
	readonly names: Texts;
	readonly provider?: Texts;
	readonly purpose: Texts;
	/** Other names: old ones and everyday ones. */
	readonly aliases: readonly string[];
	/** Troubles in people's own words that lead here; the more there are, the better new ones are understood. */
	readonly situations?: readonly string[];
	/** What its steps and notes say. */
	readonly body?: Texts;
	/** Ids of the services it belongs to. */
	readonly services?: readonly string[];
	/** Names of the municipalities whose people it serves; absent or empty when it serves the whole country. */
	readonly municipalities?: readonly string[];
	/** Still to be found, but after the others: out of date, for instance. */
	readonly demoted?: boolean;
};

/** `matched` is a word of one of the document's names by which it was found; empty when it was not by a name. */
export type SearchResult = { document: SearchDocument; score: number; matched: string };

/**
 * `readAs` is the query as re-read from the other keyboard, for "did you mean". `certainty`, 0 to 1: how much of the
 * query was understood; scores only compare results of one query with each other.
 */
export type SearchAnswer = { results: SearchResult[]; readAs?: string; certainty: number };

/** `asTyped`: never read as another keyboard. `municipality`: where the reader lives, in any of its names. */
export type FindOptions = { limit?: number; asTyped?: boolean; municipality?: string };

export type SearchIndex = { find(query: string, options?: FindOptions): SearchAnswer };
