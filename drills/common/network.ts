import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { freePort, startCluster } from '../../bin/postgres/cluster.ts';
import { type Door, openDoor } from './door.ts';
import { type Program, program } from './program.ts';

/**
 * What an association with several nodes has, in a temporary folder: a PostgreSQL, a keystore, two nodes, and a door in
 * front of them that lets everybody in to whichever node lives.
 */
export type Network = {
	readonly nodes: readonly Node[];
	readonly keystore: Program;
	readonly door: Door;
	/** Everything the site leaves behind: database, keys, what its programs said. */
	readonly folder: string;
	readonly databaseUrl: string;
	/** One more node, not started yet, with settings of its own; the drill that wants it stops it. */
	another(settings?: Record<string, string>): Promise<Node>;
	/** Asks the database, past the nodes. */
	sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
	/** kill -9 of the database server, once it is up; it is started again by itself. */
	killDatabase(): Promise<void>;
	end(): Promise<void>;
};
export type Node = Program & { readonly address: string };

const NODES = 2;
/** Few people act for many here, and all of them come from one address. */
const WIDE = {
	SILTA_MESSAGES_PER_MINUTE: '100000',
	SILTA_STREAMS_PER_SESSION: '9',
	SILTA_STREAMS_PER_ADDRESS: '2000',
};

/** `settings` are for the keystore and for all nodes. */
export async function makeNetwork(settings: Record<string, string> = {}): Promise<Network> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-drill-'));
	fs.chmodSync(folder, 0o755);
	const cluster = await startCluster(folder);
	cluster.keepAlive(() => undefined);
	const shared = {
		...WIDE,
		...settings,
		DATABASE_URL: cluster.url,
		KEYSTORE_URL: `unix:${folder}/keystore.sock`,
		KEYSTORE_SECRET: randomBytes(32).toString('base64url'),
	};
	const keys = { ...shared, SILTA_KEYS: path.join(folder, 'keys') };
	const keystore = program('keystore', keys, path.join(folder, 'keystore.log'));
	const nodes = await Promise.all(
		Array.from({ length: NODES }, (_, at) => makeNode(path.join(folder, `${at}`), shared)),
	);
	const door = await openDoor(nodes.map(({ address }) => Number(new URL(address).port)));
	const end = async (): Promise<void> => {
		await door.close();
		await Promise.all(nodes.map((node) => node.stop()));
		await keystore.stop();
		await cluster.stop();
		fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
	};
	try {
		await keystore.start();
		// At the same moment, on an empty database: the hardest way.
		await Promise.all(nodes.map((node) => node.start()));
		await refuseForeignDatabase(cluster.url, folder);
	} catch (error) {
		await end();
		throw error;
	}
	let others = NODES;
	return {
		...{ nodes, keystore, door, folder, databaseUrl: cluster.url, end },
		another: (settings) => makeNode(path.join(folder, `${others++}`), { ...shared, ...settings }),
		sql: (text, values) => ask(cluster.url, text, values),
		killDatabase: () => killServer(path.join(folder, 'postgres/postmaster.pid')),
	};
}

/** What is to be killed must be ours. */
async function refuseForeignDatabase(url: string, folder: string): Promise<void> {
	const [row] = await ask<{ data_directory: string }>(url, 'show data_directory');
	if (row?.data_directory !== path.join(folder, 'postgres')) throw new Error('this is not the database of the drill');
}

async function makeNode(data: string, shared: Record<string, string>): Promise<Node> {
	const port = await freePort();
	const settings = { ...shared, SILTA_DATA: data, PORT: String(port), HOST: '127.0.0.1' };
	const node = program('start', settings, `${data}.log`);
	return { ...node, address: `http://127.0.0.1:${port}` };
}

async function ask<Row extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
	const client = new pg.Client({ connectionString: url });
	client.on('error', () => undefined);
	await client.connect();
	try {
		return (await client.query<Row>(text, values)).rows;
	} finally {
		await client.end();
	}
}

async function killServer(file: string): Promise<void> {
	for (let tries = 0; tries < 200; tries += 1) {
		const lines = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : [];
		if (lines[7]?.trim() === 'ready' && strike(Number(lines[0]))) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error('the database did not come back to be killed again');
}

function strike(pid: number): boolean {
	try {
		return process.kill(pid, 'SIGKILL');
	} catch {
		return false;
	}
}
