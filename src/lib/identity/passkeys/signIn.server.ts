import * as v from 'valibot';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Refusal, refused } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { logWarning } from '#lib/platform/log.server.ts';
import { countedUnderPasskey, markFor } from '../session/knownDevice.server.ts';
import { letIn, type SignedIn } from '../session/signIn.server.ts';
import { isOneTooMany } from '../session/tries.server.ts';
import { type Answering, newChallenge, spendChallenge } from './challenge.server.ts';
import { isCopied, passkeySignInSchema, type Place, type Signed } from './passkey.ts';
import { type KnownKey, knownKey, useKey } from './store.server.ts';
import { counterSigned, optionsToSign } from './verify.server.ts';

/** What the browser needs to sign in with any passkey of this site; the same for everybody. */
export async function beginPasskeySignIn(place: Place) {
	const { challenge, browser } = await newChallenge('sign-in', null);
	return { browser, options: await optionsToSign(place, challenge) };
}

/**
 * One answer for whatever was wrong (P16), and no command: there is no actor yet, and what failed has to stay on record
 * when all else is rolled back.
 */
export async function signInWithPasskey(raw: unknown, answering: Answering): Promise<SignedIn | Refusal> {
	const asked = await spendChallenge(answering, 'sign-in');
	const parsed = v.safeParse(passkeySignInSchema, raw);
	if (!asked || !parsed.success || !answering.place) return refused('wrong');
	const { shortName, passkey: signed } = parsed.output;
	const counted = await countedUnderPasskey(signed.id);
	if (await isOneTooMany(counted)) return refused('wait');
	const key = await knownKey(ground().db, signed.id);
	if (!key) return stranger();
	if (!isNameOf(key, shortName)) return failed(key, 'other-name');
	return prove(key, signed, { place: answering.place, challenge: asked.challenge, counted });
}

type Proof = { place: Place; challenge: string; counted: Buffer };

async function prove(key: KnownKey, signed: Signed, { counted, ...expected }: Proof): Promise<SignedIn | Refusal> {
	const counter = await counterSigned(signed, key, expected);
	if (counter === null) return failed(key, 'not-proven');
	if (isCopied(key.counter, counter)) return failed(key, 'counter');
	const { accountId, shortName } = key;
	const token = await ground().db.transaction(async (tx) =>
		(await useKey(tx, key, counter)) ? letIn(tx, { accountId, counted, way: 'passkey' }) : null,
	);
	return token ? { token, mark: await markFor(shortName) } : failed(key, 'counter');
}

/** A name may be typed or not; one that is typed must be right. */
function isNameOf(key: KnownKey, typed: string): boolean {
	const name = typed.trim().toLowerCase();
	return name === '' || name === key.shortName;
}

/** On record beside the account, by itself: nothing else of this try is written that could take it back. */
async function failed({ accountId }: KnownKey, reason: string): Promise<Refusal> {
	const deed = { action: 'refuse-passkey', subject: 'account', subjectId: accountId, reason };
	await recordAudit(ground().db, { kind: 'system', id: null }, deed);
	return refused('wrong');
}

/** A passkey that we do not know: of a closed account, removed here, or made up. */
function stranger(): Refusal {
	logWarning('passkey-unknown');
	return refused('wrong');
}
