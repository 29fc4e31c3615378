import fs from 'node:fs';
import http from 'node:http';
import { enableCompileCache, flushCompileCache } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import { keystoreSecret } from '../../src/lib/platform/keystore/open.server.ts';
import { parseSettings, type Settings } from '../../src/lib/platform/settings.server.ts';
import { buildIfNeeded } from '../build.ts';
import { makeDataFolder } from '../ground.ts';
import { type Cluster, startCluster } from '../postgres/cluster.ts';
import { asTrouble, Trouble } from '../trouble.ts';

const HELP = `silta start

Starts the site: installs what is missing, starts its own PostgreSQL in the data folder (unless DATABASE_URL names one),
brings the schema up to date, and listens. On loopback, in a folder that was not set up, it is a demonstration network.

  PORT (3000)  HOST (127.0.0.1)  SILTA_DATA (./data)  SILTA_KEYS (the folder keys in SILTA_DATA)
  KEYSTORE_URL  KEYSTORE_SECRET or KEYSTORE_SECRET_FILE (several nodes; see silta keystore --help)
  DATABASE_URL  DATABASE_POOL (10)  SILTA_PROXY (off; on behind a proxy that overwrites X-Forwarded-*)
  SILTA_ADDRESS (the site's public address)  TRANSLATION_URL  TRANSLATION_KEY (drafts; off without)
  WORDS_TRANSLATION_URL  WORDS_TRANSLATION_KEY (drafts of people's words, by a server of your own; off without)
  SILTA_MESSAGES_PER_MINUTE (60)  SILTA_STREAMS_PER_SESSION (3)  …_PER_ADDRESS (200)  …_PER_NODE (10000)
`;

const DRAIN_MS = 10_000;
/** A search of ten thousand letters is answered like any other; in an address a letter may take twelve bytes. */
const LONGEST_HEAD = 131_072;

export async function start(args: string[]): Promise<number> {
	if (args.includes('--help')) {
		process.stdout.write(HELP);
		return 0;
	}
	const settings = parseSettings(process.env);
	process.env.SILTA_ROOT = settings.root;
	if (settings.keystore) keystoreSecret(settings.keystore);
	await refuseTakenPort(settings);
	makeDataFolder(settings.data);
	const unlock = lockDataFolder(settings.data);
	let cluster: Cluster | null = null;
	try {
		cluster = settings.databaseUrl ? null : await startCluster(settings.data, say);
		if (cluster) process.env.SILTA_OWN_DATABASE = cluster.url;
		buildIfNeeded(settings.root, say);
		cluster?.keepAlive(say);
		const server = await listen(settings);
		flushCompileCache();
		say(`ready: http://${shownHost(settings.host)}:${settings.port}`, 'Silta is ');
		await stopSignal();
		await stopAll(server, cluster);
		return 0;
	} catch (error) {
		await cluster?.stop();
		if (error instanceof Error && ['NotSetUp', 'ForeignSchema'].includes(error.name))
			throw new Trouble(`${error.message}.`);
		throw error;
	} finally {
		unlock();
	}
}

function say(sentence: string, before = 'Silta: '): void {
	process.stdout.write(`${before}${sentence}\n`);
}

/** Asked before anything is made, so that a second start leaves nothing half-done. */
function refuseTakenPort({ host, port }: Settings): Promise<void> {
	return new Promise((resolve, reject) => {
		const probe = net.createServer();
		probe.once('error', (error) => reject(asTrouble(error, `cannot listen on ${host}, port ${port}`)));
		probe.listen(port, host, () => probe.close(() => resolve()));
	});
}

/** Two sites in one data folder would be two keepers of one keystore. */
function lockDataFolder(folder: string): () => void {
	const file = path.join(folder, 'silta.pid');
	const other = Number(fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : 0);
	if (other && other !== process.pid && isSilta(other)) {
		throw new Trouble(`the data folder ${folder} is in use by a running Silta (process ${other}).`);
	}
	try {
		fs.writeFileSync(file, String(process.pid), { mode: 0o600 });
	} catch (error) {
		throw asTrouble(error, `the data folder ${folder} cannot be used`);
	}
	return () => fs.rmSync(file, { force: true });
}

function isSilta(pid: number): boolean {
	try {
		process.kill(pid, 0);
		const file = `/proc/${pid}/cmdline`;
		return !fs.existsSync(file) || fs.readFileSync(file, 'utf8').includes('bin/cli.ts');
	} catch {
		return false;
	}
}

/** The site itself comes from the build; this server only carries it. */
async function listen(settings: Settings): Promise<http.Server> {
	process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
	// The largest form is that of an editor with a picture; what is less for the others stands in hooks.server.ts.
	process.env.BODY_SIZE_LIMIT ??= '14M';
	// Beside the packages, where nobody writes but who may write the code itself. Written at once: a node may be killed.
	enableCompileCache(path.join(settings.root, 'node_modules/.cache/silta'));
	const built: { handler: http.RequestListener } = await import(path.join(settings.root, 'build/handler.js'));
	const site = globalThis.siltaSite;
	if (!site) throw new Error('the build did not hand over its site');
	const server = http.createServer({ maxHeaderSize: LONGEST_HEAD }, (request, response) => {
		if (!site.front(request, response)) built.handler(request, response);
	});
	server.requestTimeout = 30_000;
	server.headersTimeout = 10_000;
	// Longer than the proxy keeps its own (ops/nginx/silta.conf).
	server.keepAliveTimeout = 20_000;
	return new Promise((resolve, reject) => {
		server.once('error', (error) => reject(asTrouble(error, `cannot listen on port ${settings.port}`)));
		server.listen(settings.port, settings.host, () => resolve(server));
	});
}

/** Heard for good: a service or a terminal may tell us and our launcher both, and the second word is no second wish. */
function stopSignal(): Promise<void> {
	return new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
	});
}

async function stopAll(server: http.Server, cluster: Cluster | null): Promise<void> {
	say('stopping …');
	const closed = new Promise<void>((resolve) => server.close(() => resolve()));
	server.closeIdleConnections();
	await globalThis.siltaSite?.stop();
	const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
	server.closeIdleConnections();
	await closed;
	clearTimeout(force);
	await cluster?.stop();
}

function shownHost(host: string): string {
	return host === '127.0.0.1' || host === '::1' ? 'localhost' : host;
}
