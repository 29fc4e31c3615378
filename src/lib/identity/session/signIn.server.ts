import * as v from 'valibot';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { isRefusal, type Refusal, refused } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { demonstrationPeople } from '../demonstration.server.ts';
import { signInSchema } from '../schema.ts';
import { isRightPassword, unseal } from '../secrets.server.ts';
import { stepOfCode } from '../secondFactor.server.ts';
import { type Credentials, credentialsOf, useStep } from '../store.server.ts';
import { countedUnder, markFor } from './knownDevice.server.ts';
import { beginSession } from './session.server.ts';
import { demonstrationAccount, forgetTries } from './store.server.ts';
import { isOneTooMany } from './tries.server.ts';

export type SignedIn = { token: string; mark: string };

/**
 * Not a `command`: there is no actor yet, the slow hash must not hold a transaction open, and the failed try has to
 * stay when all else is rolled back (P16).
 */
export async function signIn(raw: unknown, mark?: string): Promise<SignedIn | Refusal> {
	const parsed = v.safeParse(signInSchema, raw);
	if (!parsed.success) return refused('wrong');
	const { shortName, password, code } = parsed.output;
	const counted = await countedUnder(shortName, mark);
	if (await isOneTooMany(counted)) return refused('wait');
	const proven = await prove(shortName, password, code);
	return proven ? enter(proven, shortName, counted) : refused('wrong');
}

type Entering = { accountId: string; counted: Buffer; way: 'password' | 'passkey' };

/** Somebody has shown who she is: her failed tries are forgotten, and she has a session. */
export async function letIn(tx: Queryable, { accountId, counted, way }: Entering): Promise<string> {
	await forgetTries(tx, counted);
	const deed = { action: 'sign-in', subject: 'account', subjectId: accountId, reason: way };
	await recordAudit(tx, { kind: 'staff', id: accountId }, deed);
	return beginSession(tx, accountId);
}

/** Only those who stand on the sign-in page: an account of somebody real is out of this door's reach. */
export async function signInDemonstration(shortName: string): Promise<{ token: string } | Refusal> {
	const { db } = ground();
	const isShown = demonstrationPeople().some((one) => one.shortName === shortName);
	const accountId = isShown ? await demonstrationAccount(db, shortName) : null;
	if (!accountId) return refused('missing');
	return { token: await db.transaction((tx) => beginSession(tx, accountId)) };
}

type Proven = { credentials: Credentials; step: number };

/** Every way through takes the same work, whether the account is there or not. */
async function prove(shortName: string, password: string, code: string): Promise<Proven | null> {
	const credentials = await credentialsOf(ground().db, shortName);
	const passwordIsRight = await isRightPassword(password, credentials?.passwordHash ?? null);
	const step = stepOfCode(await secretOf(credentials), code);
	if (!credentials || !passwordIsRight || step === null) return null;
	return { credentials, step };
}

async function secretOf(credentials: Credentials | null): Promise<Buffer | null> {
	if (!credentials?.secondFactor) return null;
	return unseal(credentials.secondFactor, credentials.id);
}

async function enter({ credentials, step }: Proven, shortName: string, counted: Buffer): Promise<SignedIn | Refusal> {
	const result = await ground().db.transaction(async (tx) => {
		if (!(await useStep(tx, credentials, step))) return refused('wrong');
		return letIn(tx, { accountId: credentials.id, counted, way: 'password' });
	});
	return isRefusal(result) ? result : { token: result, mark: await markFor(shortName) };
}
