import { joined } from '#lib/network/index.ts';
import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { opening } from './store.server.ts';

/** When her turn at the desk ends; adjoining shifts of hers are one turn. Null: she has none now. */
export async function shiftUntil(db: Queryable, accountId: string, deskId: string): Promise<Date | null> {
	const hers = joined(await opening(db).heldBy(accountId, deskId, now()));
	return hers.find(({ from }) => from <= now())?.to ?? null;
}
