import * as v from 'valibot';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Refusal, refused } from '#lib/platform/command.server.ts';
import { instant } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { randomToken } from '#lib/platform/randomness.server.ts';
import { faultOf } from './password.ts';
import { codeSchema, passwordSchema } from './schema.ts';
import { newSecondFactor, type ShownSecret, shownToPerson, stepOfCode } from './secondFactor.server.ts';
import { hashOfPassword, hashOfToken, seal, unseal } from './secrets.server.ts';
import { beginSession } from './session/session.server.ts';
import { deleteSessionsOf } from './session/store.server.ts';
import * as store from './store.server.ts';

const VALID_FOR_MS = 7 * 24 * 3_600_000;

/** The path of the link, told once; an older link of the same account ends. */
export async function makeInvitation(tx: Queryable, accountId: string): Promise<string> {
	const token = randomToken();
	await store.insertInvitation(tx, hashOfToken(token), accountId, new Date(instant() + VALID_FOR_MS));
	return `/staff/invitation/${token}`;
}

export type InvitationStep =
	| { step: 'password'; shortName: string; chosenName: string }
	| ({ step: 'code'; shortName: string; chosenName: string } & ShownSecret);

/** Where the person with this link stands; null when it was used, has expired or never was. */
export async function invitationStep(token: string): Promise<InvitationStep | null> {
	const invitation = await store.openInvitation(ground().db, hashOfToken(token));
	if (!invitation) return null;
	const { id, shortName, chosenName, secondFactor } = invitation;
	const secret = secondFactor && (await unseal(secondFactor, id));
	if (!secret) return { step: 'password', shortName, chosenName };
	return { step: 'code', shortName, chosenName, ...(await shownToPerson(secret, shortName)) };
}

/** First step: the password is kept with the invitation, and a second factor is drawn. */
export async function choosePassword(token: string, raw: unknown): Promise<'chosen' | Refusal> {
	const tokenHash = hashOfToken(token);
	const invitation = await store.openInvitation(ground().db, tokenHash);
	if (!invitation) return refused('missing');
	const parsed = v.safeParse(passwordSchema, raw);
	if (!parsed.success) return refused('malformed', { again: 'differ' });
	const fault = faultOf(parsed.output.password, [invitation.shortName, invitation.chosenName]);
	if (fault) return refused('malformed', { password: fault });
	const passwordHash = await hashOfPassword(parsed.output.password);
	const secondFactor = await seal(newSecondFactor(), invitation.id);
	await store.chooseWithInvitation(ground().db, tokenHash, { passwordHash, secondFactor });
	return 'chosen';
}

/** Back to the first step, for somebody who mistyped or closed the picture without their phone. */
export async function chooseAgain(token: string): Promise<void> {
	await store.chooseWithInvitation(ground().db, hashOfToken(token), { passwordHash: null, secondFactor: null });
}

/** Second step: one right code completes it. The person is signed in, and whatever was signed in before is not. */
export async function acceptInvitation(token: string, raw: unknown): Promise<{ token: string } | Refusal> {
	const parsed = v.safeParse(codeSchema, raw);
	if (!parsed.success) return refused('malformed', { code: 'code' });
	const tokenHash = hashOfToken(token);
	return ground().db.transaction(async (tx) => {
		const invitation = await store.lockInvitation(tx, tokenHash);
		if (!invitation?.secondFactor) return refused('missing');
		const step = stepOfCode(await unseal(invitation.secondFactor, invitation.id), parsed.output.code);
		if (step === null) return refused('malformed', { code: 'wrong-code' });
		return { token: await complete(tx, tokenHash, { ...invitation, step, way: 'password' }) };
	});
}

type Proven = store.Invitation & { step: number; way: 'password' | 'passkey' };

/** The person has shown that she can sign in as she chose: the link is used up, and she is in. */
export async function complete(tx: Queryable, tokenHash: Buffer, chosen: Proven): Promise<string> {
	await store.replaceCredentials(tx, chosen);
	await store.useInvitation(tx, tokenHash);
	await deleteSessionsOf(tx, chosen.id);
	const actor = { kind: 'staff', id: chosen.id } as const;
	const deed = { action: 'accept-invitation', subject: 'account', subjectId: chosen.id, reason: chosen.way };
	await recordAudit(tx, actor, deed);
	return beginSession(tx, chosen.id);
}
