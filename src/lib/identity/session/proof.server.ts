import { instant } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { randomToken } from '#lib/platform/randomness.server.ts';
import { hashOfToken } from '../secrets.server.ts';
import { hasProof, putProof, takeProof } from './store.server.ts';

const LIVES_MS = 5 * 60_000;

/**
 * A second secret of a session that has just begun. Only one's own page is sent it, and for five minutes: whoever got hold
 * of the session elsewhere, or later, has it not (docs/decisions/0040).
 */
export async function proofFor(token: string): Promise<string> {
	const proof = randomToken();
	await putProof(ground().db, {
		session: hashOfToken(token),
		proof: hashOfToken(proof),
		until: new Date(instant() + LIVES_MS),
	});
	return proof;
}

export function isProven(db: Queryable, session: Buffer, proof: string | undefined): Promise<boolean> {
	return proof ? hasProof(db, session, hashOfToken(proof)) : Promise.resolve(false);
}

/** Good for one thing. */
export function spendProof(tx: Queryable, session: Buffer, proof: string | undefined): Promise<boolean> {
	return proof ? takeProof(tx, session, hashOfToken(proof)) : Promise.resolve(false);
}
