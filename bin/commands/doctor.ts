import fs from 'node:fs';
import path from 'node:path';
import { schemaVersion } from '../../src/lib/platform/db/migrate.server.ts';
import { openKeystore } from '../../src/lib/platform/keystore/open.server.ts';
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
	line('schema', (await withGround(({ db }) => schemaVersion(db))) ?? 'none');
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

function line(name: string, value: string): void {
	process.stdout.write(`${name.padEnd(14)} ${value}\n`);
}
