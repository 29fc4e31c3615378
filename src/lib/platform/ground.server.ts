import type { Bus } from './bus.server.ts';
import type { Database } from './db/database.server.ts';
import type { Keystore } from './keystore/keystore.server.ts';

/**
 * What every area stands on. Laid once: by the wiring when the site starts, by the command line, or by a test.
 * `root` is the checkout's folder, where migrations, messages and starter content are read from.
 */
export type Ground = { db: Database; bus: Bus; keystore: Keystore; root: string };

let laid: Ground | undefined;

export function layGround(parts: Ground): void {
	laid = parts;
}

export function ground(): Ground {
	if (!laid) throw new Error('the ground is not laid yet');
	return laid;
}
