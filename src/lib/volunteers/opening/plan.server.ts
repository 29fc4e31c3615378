import type { Span } from '#lib/network/index.ts';
import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { opening } from './store.server.ts';

const DAYS_SHOWN = 28;

/** A shift at a desk with those who hold it. Nobody: it opens nothing, and somebody is to be found. */
export type PlannedTurn = Span & { readonly id: string; readonly names: readonly string[]; readonly missing: number };

/** What is planned at a desk from now on, as far as visitors are told of it. */
export async function deskPlan(db: Queryable, deskId: string): Promise<PlannedTurn[]> {
	const to = new Date(now().getTime() + DAYS_SHOWN * 86_400_000);
	const planned = await opening(db).plan(deskId, now(), to);
	return planned.map(({ id, from, to, places, names }) => ({ id, from, to, names, missing: places - names.length }));
}
