import fs from 'node:fs';
import path from 'node:path';
import { claimKeystore } from '../src/lib/identity/index.server.ts';
import { localBus } from '../src/lib/platform/bus.server.ts';
import { openDatabase } from '../src/lib/platform/db/database.server.ts';
import { migrate, readMigrations } from '../src/lib/platform/db/migrate.server.ts';
import { type Ground, layGround } from '../src/lib/platform/ground.server.ts';
import { openKeystore } from '../src/lib/platform/keystore/open.server.ts';
import { ownedKeystore } from '../src/lib/platform/keystore/owned.server.ts';
import { parseSettings } from '../src/lib/platform/settings.server.ts';
import { type Cluster, startCluster } from './postgres/cluster.ts';
import { asTrouble } from './trouble.ts';

/** Lays the ground for one command of the command line: database (started if it is our own), migrations, keystore. */
export async function withGround<T>(work: (ground: Ground) => Promise<T>): Promise<T> {
	const settings = parseSettings(process.env);
	makeDataFolder(settings.data);
	const wasRunning = fs.existsSync(path.join(settings.data, 'postgres/postmaster.pid'));
	const cluster: Cluster | null = settings.databaseUrl ? null : await startCluster(settings.data);
	const db = openDatabase(settings.databaseUrl ?? cluster?.url ?? '', 2);
	const keystore = ownedKeystore(openKeystore(settings), (mark) => claimKeystore(db, mark));
	try {
		await migrate(db, readMigrations(settings.root));
		const ground = { db, bus: localBus(), keystore, root: settings.root };
		layGround(ground);
		return await work(ground);
	} finally {
		keystore.close();
		await db.close();
		if (cluster && !wasRunning) await cluster.stop();
	}
}

export function makeDataFolder(folder: string): void {
	try {
		fs.mkdirSync(folder, { recursive: true });
		fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK);
	} catch (error) {
		throw asTrouble(error, `the data folder ${folder} cannot be used`);
	}
}
