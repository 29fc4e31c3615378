import { coverDesk, lockCover } from '#lib/network/index.server.ts';
import { instant } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { opening } from './store.server.ts';

/** The desk asks for nothing that was over yesterday. */
const LOOKED_BACK_MS = 2 * 86_400_000;

/**
 * The desk opens by the shifts that somebody holds now: to be called in the transaction of every change of who holds
 * one, and of their times, as the last thing in it that waits for a lock.
 */
export async function followDesk(tx: Queryable, deskId: string): Promise<void> {
	await lockCover(tx, deskId);
	await coverDesk(tx, deskId, await opening(tx).held(deskId, new Date(instant() - LOOKED_BACK_MS)));
}
