import fs from 'node:fs';
import http from 'node:http';
import { type Settings, WrongSetting } from '../settings.server.ts';
import { folderKeystore } from './folder.server.ts';
import type { Keystore } from './keystore.server.ts';
import { remoteKeystore } from './remote.server.ts';

const SHORTEST_SECRET = 32;

/** The keystore that the settings name: another process, else the folder of this one. */
export function openKeystore(settings: Pick<Settings, 'keys' | 'keystore'>): Keystore {
	if (!settings.keystore) return folderKeystore(settings.keys);
	const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
	return remoteKeystore({ to: settings.keystore.place, secret: keystoreSecret(settings.keystore), agent });
}

/** What nodes and keystore know of each other: from the environment, or better from a file. */
export function keystoreSecret({ secret, secretFile }: { secret?: string; secretFile?: string }): string {
	const found = secret ?? (secretFile ? contentOf(secretFile) : '');
	if (Buffer.byteLength(found) >= SHORTEST_SECRET) return found;
	throw new WrongSetting(
		`KEYSTORE_SECRET must have ${SHORTEST_SECRET} bytes or more (or KEYSTORE_SECRET_FILE name them)`,
	);
}

function contentOf(file: string): string {
	try {
		return fs.readFileSync(file, 'utf8').trim();
	} catch {
		throw new WrongSetting(`the file that KEYSTORE_SECRET_FILE names cannot be read: ${file}`);
	}
}
