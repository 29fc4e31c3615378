import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Database, Queryable } from './database.server.ts';

export type Migration = { name: string; sql: string; checksum: string };

/** The database was made by a newer Silta, or its history differs from ours: we do not touch it. */
export class ForeignSchema extends Error {
	override name = 'ForeignSchema';
}

const LOCK = 7_174_582; // any number, the same on every node

export function readMigrations(root: string): Migration[] {
	const folder = path.join(root, 'db/migrations');
	return fs
		.readdirSync(folder)
		.filter((file) => file.endsWith('.sql'))
		.sort()
		.map((file) => {
			const sql = fs.readFileSync(path.join(folder, file), 'utf8');
			return { name: file.replace(/\.sql$/, ''), sql, checksum: createHash('sha256').update(sql).digest('hex') };
		});
}

/** Brings the schema up to date, each migration in a transaction of its own; gives the names of those run. */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<string[]> {
	const done: string[] = [];
	for (const migration of migrations) {
		const ran = await database.transaction(async (tx) => {
			await takeTurn(tx);
			await refuseForeign(tx, migrations);
			return runOnce(tx, migration);
		});
		if (ran) done.push(migration.name);
	}
	return done;
}

/** Nodes that start at the same moment prepare the database one after the other, however long the first one takes. */
export async function takeTurn(tx: Queryable): Promise<void> {
	await tx.query(`select set_config('lock_timeout', '120s', true), set_config('statement_timeout', '120s', true)`);
	await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
}

/** The newest migration of the database, for `/status`. */
export async function schemaVersion(database: Queryable): Promise<string | null> {
	const rows = await database.query<{ name: string }>('select name from migrations order by name desc limit 1');
	return rows[0]?.name ?? null;
}

async function refuseForeign(tx: Queryable, known: readonly Migration[]): Promise<void> {
	await tx.query(`create table if not exists migrations (
		name text primary key, checksum text not null, ran_at timestamptz not null default now())`);
	const rows = await tx.query<{ name: string; checksum: string }>('select name, checksum from migrations');
	for (const row of rows) {
		const ours = known.find((migration) => migration.name === row.name);
		if (!ours) throw new ForeignSchema(`the database is newer than this Silta (it has ${row.name})`);
		if (ours.checksum !== row.checksum) throw new ForeignSchema(`the migration ${row.name} was changed after it ran`);
	}
}

async function runOnce(tx: Queryable, migration: Migration): Promise<boolean> {
	const seen = await tx.query('select 1 from migrations where name = $1', [migration.name]);
	if (seen.length > 0) return false;
	for (const statement of splitStatements(migration.sql)) await tx.query(statement);
	await tx.query('insert into migrations (name, checksum) values ($1, $2)', [migration.name, migration.checksum]);
	return true;
}

/** Statements end with `;` at the end of a line; bodies of functions stand between `$$`. */
export function splitStatements(sql: string): string[] {
	const statements: string[] = [];
	let open = '';
	for (const line of sql.split('\n')) {
		if (open === '' && (line.trim() === '' || line.trim().startsWith('--'))) continue;
		open += `${line}\n`;
		const insideBody = (open.match(/\$\$/g)?.length ?? 0) % 2 === 1;
		if (!insideBody && /;\s*(--.*)?$/.test(line)) {
			statements.push(open.trim());
			open = '';
		}
	}
	if (open.trim()) statements.push(open.trim());
	return statements;
}
