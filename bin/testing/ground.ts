import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { localBus } from '../../src/lib/platform/bus.server.ts';
import { type Database, openDatabase } from '../../src/lib/platform/db/database.server.ts';
import { type Ground, ground, layGround } from '../../src/lib/platform/ground.server.ts';
import { folderKeystore } from '../../src/lib/platform/keystore/folder.server.ts';
import { newId } from '../../src/lib/platform/randomness.server.ts';

/**
 * Call at the top of a test file: lays a ground with a database of its own (a copy of the migrated template), a
 * keystore in a temporary folder and a local bus, and takes it away at the end.
 */
export function onGround(): { readonly ground: Ground; readonly databaseUrl: string } {
	let database: Database | undefined;
	let keys = '';
	const name = `test_${newId().replaceAll('-', '')}`;
	const serverUrl = inject('databaseServer');
	const databaseUrl = serverUrl.replace(/postgres$/, name);

	beforeAll(async () => {
		await onServer(serverUrl, `create database ${name} template migrated`);
		database = openDatabase(databaseUrl, 8);
		keys = await fs.mkdtemp(path.join(os.tmpdir(), 'silta-keys-'));
		const root = path.join(import.meta.dirname, '../..');
		layGround({ db: database, bus: localBus(), keystore: folderKeystore(keys), root });
	});
	afterAll(async () => {
		await database?.close();
		await onServer(serverUrl, `drop database ${name} with (force)`);
		await fs.rm(keys, { recursive: true, force: true });
	});
	return {
		get ground() {
			return ground();
		},
		databaseUrl,
	};
}

async function onServer(url: string, statement: string): Promise<void> {
	const server = openDatabase(url, 1);
	try {
		await server.query(statement);
	} finally {
		await server.close();
	}
}
