import * as v from 'valibot';
import { addDays, instant, instantAt, today } from '#lib/platform/clock.ts';
import { command, isRefusal, type Refusal, refused, type Within } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { isProven, spendProof } from '../session/proof.server.ts';
import { type Myself, SESSIONS_CHANGED } from '../session/session.server.ts';
import { deleteOtherSessions, hasSession } from '../session/store.server.ts';
import { lockAccount } from '../store.server.ts';
import { type Answering, newChallenge } from './challenge.server.ts';
import { type NewPasskey, newPasskeyIn, notMade } from './made.server.ts';
import { isShownLately, MOST_PASSKEYS, type Passkey, passkeyIdSchema, type Place } from './passkey.ts';
import * as store from './store.server.ts';
import { optionsToMake } from './verify.server.ts';

const CHANGES_SHOWN_DAYS = 30;

export type OwnWays = {
	readonly passkeys: readonly Passkey[];
	readonly hasOther: boolean;
	readonly isFresh: boolean;
	readonly changes: readonly store.WayChange[];
	/** Of one of them she has not said yet that it was hers. */
	readonly isAsked: boolean;
};

/** How somebody signs in, and what changed in it lately. */
export async function waysOf(myself: Myself): Promise<OwnWays> {
	const { db } = ground();
	const since = instantAt(addDays(today(), -CHANGES_SHOWN_DAYS), '00:00');
	const passkeys = await store.passkeysOf(db, myself.id);
	return {
		passkeys: passkeys.map(({ id, deviceName, addedOn, lastUsedOn }) => ({ id, deviceName, addedOn, lastUsedOn })),
		hasOther: await store.hasOtherWay(db, myself.id),
		isFresh: isFresh(myself),
		changes: await store.wayChanges(db, myself.id, since),
		isAsked: await hasUnknownChange(myself),
	};
}

/** Whether, before this sign-in, a passkey came or went of which she has not said that it was her doing. */
export function hasUnknownChange({ id, signedInAt }: Myself): Promise<boolean> {
	return store.hasUnknownChange(ground().db, id, signedInAt);
}

/** What the browser needs to make a key, and the token by which it is known when it comes back. */
export async function beginPasskey(myself: Myself, place: Place, proof: string | undefined) {
	if (!(await mayAdd(myself, proof))) return refused('unproven');
	const known = (await store.passkeysOf(ground().db, myself.id)).map(({ credentialId }) => credentialId);
	const { challenge, browser } = await newChallenge('add', myself.id);
	return { browser, options: await optionsToMake(place, challenge, { ...myself, accountId: myself.id, known }) };
}

/** Takes the key that the device made. */
export async function addPasskey(raw: unknown, myself: Myself, answering: Answering): Promise<'added' | Refusal> {
	const made = await newPasskeyIn(raw, answering, { purpose: 'add', accountId: myself.id });
	return isRefusal(made) ? made : keepPasskey({ ...made, proof: answering.proof }, myself);
}

/** Whether she signed in just now, in this browser. */
export function mayAdd({ session }: Myself, proof: string | undefined): Promise<boolean> {
	return isProven(ground().db, session, proof);
}

type Kept = NewPasskey & Pick<Answering, 'proof'>;

const keepPasskey = command({
	input: v.custom<Kept>((made) => typeof made === 'object' && made !== null && 'key' in made),
	load: (_made, at: Within<Myself>) => ownAccount(at),
	allow: () => true,
	async run(account, { tx, actor, audit }, { deviceName, key, proof }) {
		if (!(await spendProof(tx, actor.session, proof))) return refused('unproven');
		if ((await store.passkeysOf(tx, account.id)).length >= MOST_PASSKEYS) return refused('passkeys-full');
		const isNew = await store.insertPasskey(tx, { ...key, id: newId(), accountId: account.id, deviceName });
		if (!isNew) return notMade();
		await audit({ action: 'add-passkey', subject: 'account', subjectId: account.id });
		return 'added' as const;
	},
	present: (done) => done,
});

/** The device may be lost, so whatever else is signed in ends with its key. One way to sign in always stays. */
export const removePasskey = command({
	input: passkeyIdSchema,
	load: (_input, at: Within<Myself>) => ownAccount(at),
	allow: (_account, { actor }) => isFresh(actor) || refused('stale'),
	async run(account, { tx, actor, audit, announce }, { id }) {
		if (!(await store.deletePasskey(tx, account.id, id))) return refused('missing');
		if (!(await hasAnyWay(tx, account.id))) return refused('last-way');
		await deleteOtherSessions(tx, account.id, actor.session);
		await audit({ action: 'remove-passkey', subject: 'account', subjectId: account.id });
		announce(SESSIONS_CHANGED, account.id);
		return 'removed' as const;
	},
	present: (done) => done,
});

/** She says that the changes were hers; of those since she signed in she is asked when she comes next. */
export const knowChanges = command({
	input: v.object({}),
	load: async (_input, { actor }: Within<Myself>) => actor,
	allow: () => true,
	async run({ id, signedInAt }, { tx, audit }) {
		await store.setChangesKnown(tx, id, signedInAt);
		await audit({ action: 'know-changes', subject: 'account', subjectId: id });
		return 'known' as const;
	},
	present: (done) => done,
});

/**
 * Locked, so that of two at once each sees what the other did. Null when her session was ended while she waited: with a
 * new invitation all that was signed in is out, and leaves no key behind.
 */
async function ownAccount({ tx, actor: { id, session } }: Within<Myself>) {
	const account = await lockAccount(tx, id);
	return account && (await hasSession(tx, id, session)) ? account : null;
}

async function hasAnyWay(tx: Within<Myself>['tx'], accountId: string): Promise<boolean> {
	return (await store.passkeysOf(tx, accountId)).length > 0 || store.hasOtherWay(tx, accountId);
}

function isFresh({ signedInAt }: Myself): boolean {
	return isShownLately(signedInAt, instant());
}
