import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Conversation } from '../conversation.ts';
import { claims } from '../store.server.ts';

/** Ends the claim that holds; gives since when she had waited before it, null when nobody held it. */
export async function dropClaim(tx: Queryable, { id }: Conversation): Promise<Date | null> {
	return (await claims(tx).release(id, now()))?.waitingSince ?? null;
}
