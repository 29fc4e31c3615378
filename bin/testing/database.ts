import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/lib/platform/db/database.server.ts';
import { migrate, readMigrations } from '../../src/lib/platform/db/migrate.server.ts';
import { type Cluster, startCluster } from '../postgres/cluster.ts';

declare module 'vitest' {
	interface ProvidedContext {
		databaseServer: string;
	}
}

/** One PostgreSQL for the whole run, with one migrated database as the template of those the tests use. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-test-'));
	fs.chmodSync(folder, 0o755);
	const cluster: Cluster = await startCluster(folder);
	const server = openDatabase(cluster.url, 1);
	await server.query('create database migrated');
	await server.close();
	const template = openDatabase(cluster.url.replace(/postgres$/, 'migrated'), 1);
	await migrate(template, readMigrations(path.join(import.meta.dirname, '../..')));
	await template.close();
	project.provide('databaseServer', cluster.url);
	return async () => {
		await cluster.stop();
		fs.rmSync(folder, { recursive: true, force: true });
	};
}
