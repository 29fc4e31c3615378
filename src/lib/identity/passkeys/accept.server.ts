import { isRefusal, type Refusal, refused } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { complete } from '../invitation.server.ts';
import { hashOfToken } from '../secrets.server.ts';
import { lockInvitation, openInvitation } from '../store.server.ts';
import { type Answering, newChallenge } from './challenge.server.ts';
import { type NewPasskey, newPasskeyIn, notMade } from './made.server.ts';
import type { Place } from './passkey.ts';
import { insertPasskey } from './store.server.ts';
import { optionsToMake } from './verify.server.ts';

/** For somebody with an invitation who wants to sign in with a passkey and no password. */
export async function beginInvitationPasskey(token: string, place: Place) {
	const invitation = await openInvitation(ground().db, hashOfToken(token));
	if (!invitation) return refused('missing');
	const { challenge, browser } = await newChallenge('accept', invitation.id);
	const options = await optionsToMake(place, challenge, { ...invitation, accountId: invitation.id, known: [] });
	return { browser, options };
}

/** One proven passkey completes the invitation; what was chosen as a password before is dropped. */
export async function acceptWithPasskey(
	token: string,
	raw: unknown,
	answering: Answering,
): Promise<{ token: string } | Refusal> {
	const tokenHash = hashOfToken(token);
	const invitation = await openInvitation(ground().db, tokenHash);
	if (!invitation) return refused('missing');
	const made = await newPasskeyIn(raw, answering, { purpose: 'accept', accountId: invitation.id });
	return isRefusal(made) ? made : take(tokenHash, made);
}

function take(tokenHash: Buffer, { deviceName, key }: NewPasskey): Promise<{ token: string } | Refusal> {
	return ground().db.transaction(async (tx) => {
		const invitation = await lockInvitation(tx, tokenHash);
		if (!invitation) return refused('missing');
		if (!(await insertPasskey(tx, { ...key, id: newId(), accountId: invitation.id, deviceName }))) return notMade();
		const nothing = { passwordHash: null, secondFactor: null, step: 0 };
		return { token: await complete(tx, tokenHash, { ...invitation, ...nothing, way: 'passkey' }) };
	});
}
