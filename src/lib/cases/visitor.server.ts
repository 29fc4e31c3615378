import { createHash, createHmac } from 'node:crypto';
import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId, randomDigits, randomToken } from '#lib/platform/randomness.server.ts';
import { completeCode, hasRightCheck, readCode } from './returnCode.ts';
import { type CaseRow, cases, type DeskRow } from './store.server.ts';

/** Opens a case for somebody whose name nobody asks. Gives the code and the session token, each for the only time. */
export async function openCase(
	tx: Queryable,
	desk: DeskRow,
	language: string,
): Promise<{ opened: CaseRow; code: string; token: string }> {
	const opened = { id: newId(), deskId: desk.id, organisationId: desk.organisationId, language };
	await cases(tx).add(opened, now());
	return { opened, code: await giveCode(tx, opened.id), token: await startSession(tx, opened.id) };
}

/** A fresh code for the case; the one before it leads nowhere from now on. */
export async function giveCode(tx: Queryable, caseId: string): Promise<string> {
	const code = completeCode(randomDigits(19));
	await cases(tx).setCode(caseId, await hashOfCode(code), now());
	return code;
}

export async function startSession(tx: Queryable, caseId: string): Promise<string> {
	const token = randomToken();
	await cases(tx).addSession(hashOfToken(token), caseId, now());
	return token;
}

/** The case of a code as somebody typed it. Wrong, expired and unknown codes are alike: null. */
export async function caseOfCode(db: Queryable, typed: string): Promise<CaseRow | null> {
	const code = readCode(typed);
	if (code === null || !hasRightCheck(code)) return null;
	return cases(db).byCode(await hashOfCode(code));
}

/** Ends the sessions of all other browsers: whoever came in by the old code is out. */
export async function endOtherSessions(tx: Queryable, caseId: string, kept: string | undefined): Promise<void> {
	await cases(tx).removeOtherSessions(caseId, kept ? hashOfToken(kept) : null);
}

export async function caseOfSession(db: Queryable, token: string): Promise<CaseRow | null> {
	return cases(db).bySession(hashOfToken(token));
}

/** The case is looked after at another desk from now on; code and sessions stay as they are. */
export async function moveCase(tx: Queryable, id: string, desk: DeskRow): Promise<void> {
	await cases(tx).moveTo(id, desk);
}

/** Deletes cases with all that hangs on them: codes, sessions, conversations. */
export async function removeCases(tx: Queryable, ids: readonly string[]): Promise<void> {
	await cases(tx).remove(ids);
}

/** The pepper is in the keystore: a stolen database gives nothing to guess against (docs/decisions/0007). */
async function hashOfCode(code: string): Promise<Buffer> {
	return createHmac('sha256', await ground().keystore.secret('return-codes'))
		.update(code)
		.digest();
}

/** Session tokens are 256 random bits; a plain hash is enough. */
function hashOfToken(token: string): Buffer {
	return createHash('sha256').update(token).digest();
}
