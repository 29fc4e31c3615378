import fs from 'node:fs';
import type http from 'node:http';
import path from 'node:path';
import { folderKeystore } from '../../src/lib/platform/keystore/folder.server.ts';
import { keystoreSecret } from '../../src/lib/platform/keystore/open.server.ts';
import type { KeystorePlace } from '../../src/lib/platform/keystore/place.ts';
import { keystoreServer } from '../../src/lib/platform/keystore/serve.server.ts';
import { parseSettings } from '../../src/lib/platform/settings.server.ts';
import { asTrouble, Trouble } from '../trouble.ts';

const HELP = `silta keystore
silta keystore adopt   when the keystore was lost; see silta keystore adopt --help

Serves the folder of keys (SILTA_KEYS) to several nodes. Nodes and keystore share two settings:

  KEYSTORE_URL     unix:/run/silta/keystore.sock, or http://ADDRESS:PORT on this machine or a private net.
                   What goes over http is not encrypted: between machines, put a tunnel around it.
  KEYSTORE_SECRET  32 bytes or more that nobody else knows; or KEYSTORE_SECRET_FILE, a file that holds them.
`;

const DRAIN_MS = 3_000;

export async function keystoreCommand(args: string[]): Promise<number> {
	// The keystore itself knows no database and none of the areas.
	if (args[0] === 'adopt') return (await import('./keystoreAdopt.ts')).adoptCommand(args.slice(1));
	if (args.includes('--help')) {
		process.stdout.write(HELP);
		return 0;
	}
	const { keys, keystore } = parseSettings(process.env);
	if (!keystore) throw new Trouble('KEYSTORE_URL must say where the keystore listens; see silta keystore --help.');
	const secret = keystoreSecret(keystore);
	const unlock = lockFolder(keys);
	try {
		const server = await listen(keystoreServer(folderKeystore(keys), secret), keystore.place);
		process.stdout.write(`Silta's keystore is ready: ${keystore.url}\n`);
		await stopSignal();
		await close(server);
		return 0;
	} finally {
		unlock();
	}
}

/** Two keepers of one folder would each believe that they alone know what is in it. */
function lockFolder(folder: string): () => void {
	const file = path.join(folder, 'keystore.pid');
	try {
		fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
		const other = Number(fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : 0);
		if (other && other !== process.pid && isKeystore(other)) {
			throw new Trouble(`the folder ${folder} is served by another keystore (process ${other}).`);
		}
		fs.writeFileSync(file, String(process.pid), { mode: 0o600 });
	} catch (error) {
		throw asTrouble(error, `the folder of keys ${folder} cannot be used`);
	}
	return () => fs.rmSync(file, { force: true });
}

function isKeystore(pid: number): boolean {
	try {
		process.kill(pid, 0);
		const file = `/proc/${pid}/cmdline`;
		return !fs.existsSync(file) || fs.readFileSync(file, 'utf8').includes('keystore');
	} catch {
		return false;
	}
}

function listen(server: http.Server, place: KeystorePlace): Promise<http.Server> {
	const where = 'socketPath' in place ? place.socketPath : `${place.host}, port ${place.port}`;
	return new Promise((resolve, reject) => {
		server.once('error', (error) => reject(asTrouble(error, `cannot listen on ${where}`)));
		if (!('socketPath' in place)) return server.listen(place.port, place.host, () => resolve(server));
		removeDeadSocket(place.socketPath);
		// Until it has its mode nobody else may open it; then the group of the nodes.
		const before = process.umask(0o077);
		server.listen(place.socketPath, () => {
			process.umask(before);
			fs.chmodSync(place.socketPath, 0o660);
			resolve(server);
		});
	});
}

/** What a killed keystore left: we hold the lock of the folder, so it is ours. */
function removeDeadSocket(file: string): void {
	const stat = fs.statSync(file, { throwIfNoEntry: false });
	if (!stat) return;
	if (!stat.isSocket()) throw new Trouble(`KEYSTORE_URL names ${file}, and that is no socket.`);
	fs.unlinkSync(file);
}

/** Heard for good: a service or a terminal may tell us and our launcher both, and the second word is no second wish. */
function stopSignal(): Promise<void> {
	return new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
	});
}

async function close(server: http.Server): Promise<void> {
	const closed = new Promise<void>((resolve) => server.close(() => resolve()));
	server.closeIdleConnections();
	const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
	await closed;
	clearTimeout(force);
}
