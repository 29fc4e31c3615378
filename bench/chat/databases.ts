import pg from 'pg';
import { startCluster } from '../../bin/postgres/cluster.ts';
import { later } from '../common/scratch.ts';

/** A database for each side in one PostgreSQL, so that all commit to the same disk through the same server. */
export async function makeDatabases<Name extends string>(
	folder: string,
	names: readonly Name[],
): Promise<Record<Name, string>> {
	const cluster = await startCluster(folder);
	later(() => cluster.stop());
	const client = new pg.Client({ connectionString: cluster.url });
	await client.connect();
	for (const name of names) await client.query(`create database ${name}`);
	await client.end();
	const pairs = names.map((name) => [name, cluster.url.replace(/postgres$/, name)]);
	return Object.fromEntries(pairs) as Record<Name, string>; // each name was just put in
}
