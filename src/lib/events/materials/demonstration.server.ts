import fs from 'node:fs';
import path from 'node:path';
import { now, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { series } from '../series/store.server.ts';
import { materials } from './store.server.ts';

type Written = Readonly<Record<'clientId' | 'seriesId' | 'item' | 'language', string>>;

/** Pages of ours with the made-up series to which they belong. They are named as they are named on the day. */
export async function loadDemonstrationMaterials(tx: Queryable): Promise<void> {
	for (const one of written()) {
		if (!(await series(tx).byId(one.seriesId))) continue;
		const page = { kind: 'page', title: '', url: null, fileKind: null, bytes: null } as const;
		const rest = { id: newId(), occurrenceId: null, visibleFrom: today(), accountId: null, madeAt: now() };
		await materials(tx).add({ ...one, ...page, ...rest }, null);
	}
}

function written(): Written[] {
	const text = fs.readFileSync(path.join(ground().root, 'starter/demonstration-materials.json'), 'utf8');
	// The file is ours; a test loads it.
	return JSON.parse(text.replaceAll('{year}', today().slice(0, 4))) as Written[];
}
