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

/**
 * One PostgreSQL for the whole run, with one migrated database as the template of those the tests use. What tests make
 * in the temporary folder goes away with the run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-test-'));
	fs.chmodSync(folder, 0o755);
	process.env.TMPDIR = path.join(folder, 'tmp');
	fs.mkdirSync(process.env.TMPDIR);
	const cluster: Cluster = await startCluster(folder);
	const clearUp = (): void => clearUpAtOnce(cluster.pid(), folder);
	const end = (): never => process.exit(1);
	process.once('exit', clearUp).once('SIGTERM', end).once('SIGHUP', end);
	await makeTemplate(cluster.url);
	project.provide('databaseServer', cluster.url);
	return async () => {
		process.off('exit', clearUp).off('SIGTERM', end).off('SIGHUP', end);
		await cluster.stop();
		fs.rmSync(folder, { recursive: true, force: true });
	};
}

async function makeTemplate(url: string): Promise<void> {
	const server = openDatabase(url, 1);
	await server.query('create database migrated');
	await server.close();
	const template = openDatabase(url.replace(/postgres$/, 'migrated'), 1);
	await migrate(template, readMigrations(path.join(import.meta.dirname, '../..')));
	await template.close();
}

/** A run that is stopped by hand ends without its teardown; nothing of it may stay behind. */
function clearUpAtOnce(pid: number, folder: string): void {
	try {
		process.kill(pid, 'SIGQUIT');
		for (let tries = 0; tries < 40 && process.kill(pid, 0); tries += 1) {
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
		}
	} catch {
		// It is gone.
	}
	fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
