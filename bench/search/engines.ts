import MiniSearch from 'minisearch';
import { buildIndex, type SearchDocument } from '../../src/lib/search/index.server.ts';
import type { Engine } from './evaluate.ts';

const MOST = 10;

export function ours(documents: readonly SearchDocument[]): Engine {
	const index = buildIndex(documents);
	const idsFor = (query: string) => index.find(query, { limit: MOST }).results.map(({ document }) => keyOf(document));
	return { name: 'Silta', find: idsFor };
}

/** Beginnings, misspellings and the weights of fields are set as well as its manual knows how. */
export function miniSearch(documents: readonly SearchDocument[]): Engine {
	const search = new MiniSearch<{ id: string }>({
		fields: ['names', 'aliases', 'purpose', 'body'],
		searchOptions: { prefix: true, fuzzy: 0.2, boost: { names: 4.5, aliases: 2, body: 0.3 } },
	});
	search.addAll(documents.map(fieldsOf));
	return { name: 'MiniSearch', find: (query) => search.search(query).map(({ id }) => String(id)) };
}

/** Services by their id, as the questions name them; the others can only stand in the way. */
export function keyOf({ kind, id }: SearchDocument): string {
	return kind === 'service' ? id : `${kind}/${id}`;
}

/** The same texts for every engine. */
export function fieldsOf(document: SearchDocument) {
	const { names, provider, purpose, body, aliases, situations } = document;
	return {
		id: keyOf(document),
		names: Object.values(names).join('\n'),
		aliases: [...aliases, ...(situations ?? [])].join('\n'),
		purpose: [...Object.values(provider ?? {}), ...Object.values(purpose)].join('\n'),
		body: Object.values(body ?? {}).join('\n'),
	};
}
