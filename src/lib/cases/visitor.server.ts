import { createHash, createHmac } from 'node:crypto';
import { now, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId, randomDigits, randomToken } from '#lib/platform/randomness.server.ts';
import type { Deleted } from '#lib/privacy/index.server.ts';
import type { DeskRow } from '#lib/network/index.server.ts';
import { endWaitOfCases } from './figures/waits.server.ts';
import { giveUpLateCallbacks } from './callbacks/expire.server.ts';
import { abandonCallsOf, releaseCallsOf } from './callbacks/number.server.ts';
import { mailLinks } from './mail/store.server.ts';
import { completeCode, hasRightCheck, readCode } from './returnCode.ts';
import { type CaseRow, cases } from './store.server.ts';
import { forgetLater } from './words.server.ts';

type Opening = { readonly language: string; readonly expiresOn: string };

/** Opens a case for somebody whose name nobody asks, kept until a day that later words move. Gives its id. */
export async function makeCase(tx: Queryable, desk: DeskRow, opening: Opening): Promise<string> {
	const id = newId();
	await cases(tx).add({ id, deskId: desk.id, organisationId: desk.organisationId, ...opening }, now());
	return id;
}

/** The same for whoever does it herself: with her code and the token of her browser, each for the only time. */
export async function openCase(
	tx: Queryable,
	desk: DeskRow,
	opening: Opening,
): Promise<{ caseId: string; code: string; token: string }> {
	const caseId = await makeCase(tx, desk, opening);
	return { caseId, code: await giveCode(tx, caseId), token: await startSession(tx, caseId) };
}

/**
 * A fresh code for the case; the one before it leads nowhere from now on. Handed out on paper, its first use makes
 * another: whoever helped has seen it.
 */
export async function giveCode(tx: Queryable, caseId: string, handedOut = false): Promise<string> {
	const code = completeCode(randomDigits(19));
	await cases(tx).setCode(caseId, { hash: await hashOfCode(code), handedOut }, now());
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

/** Told with the id of a case some of whose browsers are out. */
export const VISITOR_SESSIONS_CHANGED = 'visitor-sessions';

/**
 * Ends the sessions of all other browsers, and the links of all mails: whoever came in by the old code is out, and comes
 * in by no mailbox.
 */
export async function endOtherSessions(tx: Queryable, caseId: string, kept: string | undefined): Promise<void> {
	await cases(tx).removeOtherSessions(caseId, kept ? hashOfToken(kept) : null);
	await mailLinks(tx).end(caseId, now());
}

export async function caseOfSession(db: Queryable, token: string): Promise<CaseRow | null> {
	return cases(db).bySession(hashOfToken(token));
}

/** The case is looked after at another desk from now on; code and sessions stay as they are. */
export async function moveCase(tx: Queryable, id: string, desk: DeskRow): Promise<void> {
	await cases(tx).moveTo(id, desk);
	await releaseCallsOf(tx, id);
}

/** Something of the case is kept until that day; what is kept longer stays so. */
export const keepCaseUntil = (tx: Queryable, id: string, day: string): Promise<void> => cases(tx).keepUntil(id, day);

/** Deletes cases with all that hangs on them, and the keys of what was written in them. */
export async function removeCases(tx: Queryable, ids: readonly string[]): Promise<void> {
	for (const kept of await cases(tx).withWords(ids)) await forgetLater(tx, kept);
	await abandonCallsOf(tx, ids);
	await endWaitOfCases(tx, ids, 'abandoned');
	await cases(tx).remove(ids);
}

const LARGEST_SWEEP = 200;

/** Destroys the keys of every past day and deletes the cases of which nothing is kept any more (P32, P36). */
export async function expireCases(): Promise<Deleted> {
	const { db, keystore } = ground();
	const keyDays = await keystore.destroyBefore('case', today());
	let rows = await giveUpLateCallbacks();
	for (let more = true; more; ) {
		const past = (await cases(db).expiredBefore(today(), LARGEST_SWEEP)).map(({ id }) => id);
		await db.transaction((tx) => endWaitOfCases(tx, past, 'unanswered'));
		await cases(db).remove(past);
		rows += past.length;
		more = past.length === LARGEST_SWEEP;
	}
	return { rows, keyDays };
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
