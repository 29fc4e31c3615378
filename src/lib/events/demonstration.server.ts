import fs from 'node:fs';
import path from 'node:path';
import { now, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { Series } from './event.ts';
import { materialise } from './series/materialise.server.ts';
import { series } from './series/store.server.ts';

/** A year of made-up events on the demonstration organisation; those that are there already stay as they are. */
export async function loadDemonstrationSeason(tx: Queryable, projectId: string): Promise<void> {
	for (const one of demonstrationSeason(projectId)) {
		if (await series(tx).byId(one.id)) continue;
		await series(tx).add(one);
		await materialise(tx, one);
	}
}

const SAME: Pick<Series, 'partnerIds' | 'link' | 'times' | 'zone' | 'state' | 'previousId' | 'revision'> = {
	partnerIds: [],
	link: null,
	times: null,
	zone: 'Europe/Helsinki',
	state: 'public',
	previousId: null,
	revision: 1,
};

function demonstrationSeason(projectId: string): Series[] {
	const text = fs.readFileSync(path.join(ground().root, 'starter/demonstration-season.json'), 'utf8');
	// The file is ours; a test holds it to its shape.
	const written = JSON.parse(text.replaceAll('{year}', today().slice(0, 4))) as Omit<
		Series,
		keyof typeof SAME | 'projectId' | 'changedAt'
	>[];
	return written.map((one) => ({ ...SAME, ...one, projectId, changedAt: now() }));
}
