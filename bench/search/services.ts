import { readdirSync, readFileSync } from 'node:fs';
import type { SearchDocument, Texts } from '../../src/lib/search/index.server.ts';

type Service = { id: string; position: number; names: Texts; provider: Texts; whatItIs: Texts; formerNames?: string[] };

const FOLDER = new URL('../../starter/services/', import.meta.url);

/** The starter's services as the search sees them. */
export function loadServices(): SearchDocument[] {
	return readdirSync(FOLDER)
		.filter((name) => name.endsWith('.json'))
		.map((name): Service => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')))
		.sort((a, b) => a.position - b.position)
		.map(documentOf);
}

function documentOf({ id, names, provider, whatItIs, formerNames }: Service): SearchDocument {
	return { kind: 'service', id, names, provider, purpose: plain(whatItIs), aliases: formerNames ?? [] };
}

/** The starter marks words of another language as [[fi:…]]. */
function plain(texts: Texts): Texts {
	return JSON.parse(JSON.stringify(texts).replace(/\[\[\w+:([^\]]*)\]\]/g, '$1'));
}
