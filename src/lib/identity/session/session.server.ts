import { instant } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { randomToken } from '#lib/platform/randomness.server.ts';
import type { StaffActor } from '../account.ts';
import { hashOfToken } from '../secrets.server.ts';
import { deleteSession, deleteSessionsOf, insertSession, liveSession, markSeen } from './store.server.ts';

/** Told with the account's id when a session of it ended, so that open streams look again whether they may go on. */
export const SESSIONS_CHANGED = 'sessions';

const SEEN_AT_MOST_EVERY_MS = 60_000;

export async function beginSession(tx: Queryable, accountId: string): Promise<string> {
	const token = randomToken();
	await insertSession(tx, hashOfToken(token), accountId);
	return token;
}

/** `isPerson: false` is for streams and polling: a page left open does not keep its session alive. */
export async function actorOf(token: string | undefined, { isPerson = true } = {}): Promise<StaffActor | null> {
	if (!token) return null;
	const { db } = ground();
	const tokenHash = hashOfToken(token);
	const live = await liveSession(db, tokenHash);
	if (!live) return null;
	if (isPerson && instant() - live.seenAt.getTime() >= SEEN_AT_MOST_EVERY_MS) await markSeen(db, tokenHash);
	return live.actor;
}

/** Somebody before her own account: what is done there asks when she last showed who she is. */
export type Myself = StaffActor & { readonly shortName: string; readonly signedInAt: Date; readonly session: Buffer };

export async function myselfOf(token: string | undefined): Promise<Myself | null> {
	if (!token) return null;
	const session = hashOfToken(token);
	const live = await liveSession(ground().db, session);
	return live && { ...live.actor, shortName: live.shortName, signedInAt: live.beganAt, session };
}

export async function signOut(token: string | undefined): Promise<void> {
	if (!token) return;
	const accountId = await deleteSession(ground().db, hashOfToken(token));
	if (accountId) ground().bus.announce(SESSIONS_CHANGED, accountId);
}

export async function endSessionsOf(accountId: string): Promise<void> {
	await deleteSessionsOf(ground().db, accountId);
	ground().bus.announce(SESSIONS_CHANGED, accountId);
}
