import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { schemaOf } from '../bin/schema.ts';
import { onGround } from '../bin/testing/ground.ts';
import { openDatabase } from '../src/lib/platform/db/database.server.ts';

const at = onGround();
const committed = fs.readFileSync(path.join(import.meta.dirname, '../db/schema.sql'), 'utf8');

test('db/schema.sql is what the migrations make (else: node bin/schema.ts --write)', async () => {
	expect(await schemaOf(at.ground.db)).toBe(committed);
});

test('db/schema.sql alone makes the same database', async () => {
	const name = `bare_${process.pid}`;
	const url = at.databaseUrl.replace(/[^/]+$/, name);
	await at.ground.db.query(`create database ${name}`);
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	await client.query(committed);
	await client.end();
	const db = openDatabase(url, 1);
	expect(await schemaOf(db)).toBe(committed);
	await db.close();
	await at.ground.db.query(`drop database ${name} with (force)`);
});

test('a changed column, index, check, function or trigger changes the schema', async () => {
	const { db } = at.ground;
	const changes = [
		'alter table desks add column planted integer',
		'alter table desks alter column planted set default 1',
		'alter table desks alter column planted type bigint',
		'alter table desks alter column planted set not null',
		'alter table desks add constraint planted_check check (planted > 0)',
		'create index planted_index on desks (planted)',
		'create table planted (id text references desks)',
		"create function planted() returns trigger language plpgsql as 'begin return null; end'",
		'create trigger planted before delete on planted execute function planted()',
	];
	let before = await schemaOf(db);
	for (const change of changes) {
		await db.query(change);
		const after = await schemaOf(db);
		expect(after, change).not.toBe(before);
		before = after;
	}
});
