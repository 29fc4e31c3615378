import type { Queryable } from '#lib/platform/db/database.server.ts';
import { type Whole, wholes } from '../people/read.server.ts';
import { volunteers } from '../people/store.server.ts';
import type { Shift, Swap } from './shift.ts';
import { readBefore } from './standing.server.ts';
import { suitsHer } from './suiting.ts';

/** Colleagues whom it suits and whom nothing keeps from it; whoever was asked longest ago comes first. */
export async function suited(db: Queryable, shift: Shift, swap?: Swap): Promise<string[]> {
	const rows = await volunteers(db).within([shift.organisationId]);
	const others = (await wholes(db, rows)).filter((one) => one.id !== swap?.holderId && suitsHer(shift, one));
	const found: Whole[] = [];
	for (const one of others) {
		const before = await readBefore(db, shift, { id: one.id, swap });
		if (before?.obstacles.length === 0) found.push(one);
	}
	return found.sort((a, b) => Number(a.askedAt ?? 0) - Number(b.askedAt ?? 0)).map(({ id }) => id);
}
