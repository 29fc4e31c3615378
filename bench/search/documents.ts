import path from 'node:path';
import { indexableItem } from '../../src/lib/content/item/indexable.ts';
import { starterContent } from '../../src/lib/content/starter/starter.server.ts';
import { indexablePlace } from '../../src/lib/network/index.server.ts';
import { type Ground, layGround } from '../../src/lib/platform/ground.server.ts';
import type { SearchDocument } from '../../src/lib/search/index.server.ts';

/** All that the starter offers to the search, as the site itself takes it, without a database. */
export function loadDocuments(): SearchDocument[] {
	// Reading the starter's files needs the folder and nothing else of the ground.
	layGround({ root: path.join(import.meta.dirname, '../..') } as Ground);
	const { items, aliases, places } = starterContent();
	return [...items.map((item) => indexableItem(item, aliases)), ...places.map(indexablePlace)];
}
