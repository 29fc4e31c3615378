import { createHmac, timingSafeEqual } from 'node:crypto';
import { ground } from '#lib/platform/ground.server.ts';
import { randomKey } from '#lib/platform/randomness.server.ts';

/**
 * A browser in which somebody signed in before carries a mark for that one short name, and its tries are counted by
 * themselves. So strangers who keep failing make strangers wait, not the person (P16). The mark opens nothing.
 */
export async function markFor(shortName: string): Promise<string> {
	const nonce = randomKey(16).toString('base64url');
	return `${nonce}.${(await macOf('device', `${shortName} ${nonce}`)).toString('base64url')}`;
}

/** Under what the tries with this name from this browser are counted. */
export async function countedUnder(shortName: string, mark: string | undefined): Promise<Buffer> {
	const nonce = await trustedNonce(shortName, mark);
	return macOf('tries', nonce ? `${shortName} ${nonce}` : shortName);
}

/** Tries with one passkey; its name is known to nobody but its device, so strangers cannot use these up. */
export function countedUnderPasskey(credentialId: string): Promise<Buffer> {
	// No short name has a space in it.
	return macOf('tries', `passkey ${credentialId}`);
}

async function trustedNonce(shortName: string, mark: string | undefined): Promise<string | null> {
	const [nonce = '', shown = ''] = (mark ?? '').split('.');
	const right = await macOf('device', `${shortName} ${nonce}`);
	const given = Buffer.from(shown, 'base64url');
	return given.length === right.length && timingSafeEqual(given, right) ? nonce : null;
}

async function macOf(purpose: 'device' | 'tries', text: string): Promise<Buffer> {
	const key = await ground().keystore.secret('cookies');
	return createHmac('sha256', key).update(`staff-sign-in/${purpose}\n${text}`).digest();
}
