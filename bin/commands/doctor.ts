import fs from 'node:fs';
import path from 'node:path';
import { keystoreMark } from '../../src/lib/identity/index.server.ts';
import { schemaVersion } from '../../src/lib/platform/db/migrate.server.ts';
import { openKeystore } from '../../src/lib/platform/keystore/open.server.ts';
import { markOf } from '../../src/lib/platform/keystore/owned.server.ts';
import { parseSettings, type Settings } from '../../src/lib/platform/settings.server.ts';
import { withGround } from '../ground.ts';

const HELP = `silta doctor

Looks whether Node, the data folder, the database and the keystore are in order, and says so line by line.
`;

export async function doctor(args: string[]): Promise<number> {
	if (args.includes('--help')) {
		process.stdout.write(HELP);
		return 0;
	}
	const settings = parseSettings(process.env);
	line('Node', process.version);
	line('data folder', settings.data);
	line('keystore', await keystoreLine(settings));
	line('database', settings.databaseUrl ? new URL(settings.databaseUrl).host : path.join(settings.data, 'postgres'));
	const [schema, mark] = await withGround(({ db }) => Promise.all([schemaVersion(db), keystoreMark(db)]));
	line('schema', schema ?? 'none');
	line('keystore mark', await markLine(settings, mark));
	line(
		'demonstration',
		settings.behindProxy ? 'never (behind a proxy)' : 'only on loopback, until silta setup was run',
	);
	return 0;
}

/** A keystore of its own is asked for something that it always has. */
async function keystoreLine(settings: Settings): Promise<string> {
	if (!settings.keystore) return fs.existsSync(settings.keys) ? settings.keys : `${settings.keys} (not there yet)`;
	const keystore = openKeystore(settings);
	const answers = await keystore.secret('cookies').then(
		() => 'answers',
		() => 'does not answer, or not to this secret',
	);
	keystore.close();
	return `${settings.keystore.url} (${answers})`;
}

/** Nothing is made by looking: a folder without secrets stays as it is. */
async function markLine(settings: Settings, stands: Buffer | null): Promise<string> {
	if (!stands) return 'none yet; the first start of the site writes it';
	if (!settings.keystore && !fs.existsSync(path.join(settings.keys, 'secrets'))) return FOREIGN;
	const keystore = openKeystore(settings);
	const mark = await markOf(keystore).catch(() => null);
	keystore.close();
	if (!mark) return 'not known: the keystore does not answer';
	return stands.equals(mark) ? 'this keystore is the one of this installation' : FOREIGN;
}

const FOREIGN =
	'WRONG KEYSTORE: not the one of this installation; look at KEYSTORE_URL and SILTA_KEYS (silta keystore adopt --help)';

function line(name: string, value: string): void {
	process.stdout.write(`${name.padEnd(14)} ${value}\n`);
}
