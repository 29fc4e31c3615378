import { ground } from '#lib/platform/ground.server.ts';
import { randomKey, randomToken } from '#lib/platform/randomness.server.ts';
import { hashOfToken } from '../secrets.server.ts';
import type { Place } from './passkey.ts';
import { type Asked, type Purpose, putChallenge, takeChallenge } from './store.server.ts';

const LIVES_MS = 5 * 60_000;

/** What a device is given to sign, and the token by which this browser is known when it answers. */
export type Challenge = { readonly challenge: Uint8Array<ArrayBuffer>; readonly browser: string };

/**
 * Where an answer comes from: the site as it was reached, the token in the browser's cookie, and on one's own page the proof
 * that somebody signed in there just now.
 */
export type Answering = {
	readonly place: Place | null;
	readonly browser: string | undefined;
	readonly proof?: string | undefined;
};

export async function newChallenge(purpose: Purpose, accountId: string | null): Promise<Challenge> {
	const bytes = randomKey();
	const browser = randomToken();
	const challenge = bytes.toString('base64url');
	const browserHash = hashOfToken(browser);
	await putChallenge(ground().db, { browserHash, challenge, purpose, accountId, ms: LIVES_MS });
	return { challenge: Uint8Array.from(bytes), browser };
}

/** Outside any transaction: a challenge that was answered is spent, also when all else is rolled back. */
export async function spendChallenge({ browser }: Answering, purpose: Purpose): Promise<Asked | null> {
	return browser ? takeChallenge(ground().db, hashOfToken(browser), purpose) : null;
}
