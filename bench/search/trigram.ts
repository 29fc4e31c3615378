import pg from 'pg';
import { startCluster } from '../../bin/postgres/cluster.ts';
import type { SearchDocument } from '../../src/lib/search/index.server.ts';
import { later, scratchFolder } from '../common/scratch.ts';
import { fieldsOf } from './engines.ts';
import type { Engine } from './evaluate.ts';

const MOST = 10;
/** In the plain C locale it would not see Cyrillic letters at all. */
const WITH_LETTERS = `create database trigram template template0 encoding 'UTF8' locale_provider builtin
	builtin_locale 'C.UTF-8' locale 'C.UTF-8'`;

/** PostgreSQL's own likeness by threes of letters; each name, saying and purpose is compared by itself. */
export async function trigram(documents: readonly SearchDocument[]): Promise<Engine> {
	const cluster = await startCluster(scratchFolder('search'));
	later(() => cluster.stop());
	const server = new pg.Client({ connectionString: cluster.url });
	await server.connect();
	await server.query(WITH_LETTERS);
	await server.end();
	const client = new pg.Client({ connectionString: cluster.url.replace(/postgres$/, 'trigram') });
	await client.connect();
	later(() => client.end());
	await client.query('create extension pg_trgm; create temporary table texts (id text, text text)');
	for (const document of documents) await fill(client, document);
	return { name: 'pg_trgm', find: (query) => nearest(client, query) };
}

async function fill(client: pg.Client, document: SearchDocument): Promise<void> {
	const { id, names, aliases, purpose } = fieldsOf(document);
	const texts = [names, aliases, purpose].join('\n').split('\n').filter(Boolean);
	await client.query('insert into texts select $1, unnest($2::text[])', [id, texts]);
}

async function nearest(client: pg.Client, query: string): Promise<string[]> {
	const order = 'select id from texts group by id order by max(word_similarity($1, text)) desc, id limit $2';
	const { rows } = await client.query<{ id: string }>(order, [query, MOST]);
	return rows.map(({ id }) => id);
}
