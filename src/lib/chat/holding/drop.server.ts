import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Conversation } from '../conversation.ts';
import { claims, handovers } from './store.server.ts';

/**
 * Ends the claim that holds, and what its holder had offered with it; gives since when she had waited before it, null
 * when nobody held it.
 */
export async function dropClaim(tx: Queryable, { id }: Conversation): Promise<Date | null> {
	await handovers(tx).settle(id, 'withdrawn', null, now());
	return (await claims(tx).release(id, now()))?.waitingSince ?? null;
}
