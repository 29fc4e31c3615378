import { createHash } from 'node:crypto';
import { today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { remembered } from '#lib/platform/keystore/remembered.server.ts';
import { readCode } from '../returnCode.ts';
import { cases } from '../store.server.ts';
import { caseOfCode, giveCode, startSession } from '../visitor.server.ts';

/** She is in. `code` is a new one when the one she typed was on a paper: whoever handed it over has seen it. */
type CameIn = { readonly caseId: string; readonly token: string; readonly code: string | null };

/** `key` is the id of the form, by which the same press of a button is known again. */
type Typed = { readonly code: string; readonly key: string };

/**
 * Lets her in by her code; null when it leads nowhere. The first use of a code from a paper makes a new one, so of two
 * who use it at once one is in, and her new code is the one that works. When her own answer was lost on the way, the same
 * form lets her in again for ten minutes: else a weak network would cost her the case.
 */
export async function comeByCode(typed: Typed): Promise<CameIn | null> {
	if (!KEY.test(typed.key)) return comeOnce(typed.code, null);
	const mark = markOf(typed);
	const twin = coming.get(mark);
	if (twin) return twin;
	const came = comeOnce(typed.code, mark).finally(() => coming.delete(mark));
	coming.set(mark, came);
	return came;
}

/** Without one nothing is remembered: else whoever sends none would be the same form. */
const KEY = /^[\w-]{16,64}$/;
const REPEATABLE_MS = 10 * 60_000;
const LARGEST = 2_000;
const coming = new Map<string, Promise<CameIn | null>>();
/** The cases into which a form has led by a code that works no more. */
const used = remembered<string>(REPEATABLE_MS, LARGEST);

async function comeOnce(code: string, mark: string | null): Promise<CameIn | null> {
	const { db } = ground();
	const found = await caseOfCode(db, code);
	if (found && found.expiresOn < today()) return null;
	if (found && !found.codeHandedOut) return enter(db, found.id, null);
	const first = found && (await db.transaction((tx) => firstUse(tx, found.id, code)));
	if (mark === null) return first;
	if (first) used.set(mark, first.caseId);
	return first ?? again(used.get(mark));
}

/** Asked again under the lock: somebody else may have used it in this moment. */
async function firstUse(tx: Queryable, caseId: string, code: string): Promise<CameIn | null> {
	await cases(tx).locked(caseId);
	const found = await caseOfCode(tx, code);
	return found && enter(tx, found.id, await giveCode(tx, found.id));
}

async function again(caseId: string | undefined): Promise<CameIn | null> {
	if (caseId === undefined) return null;
	return ground().db.transaction(async (tx) => {
		const found = await cases(tx).locked(caseId);
		return found && enter(tx, found.id, await giveCode(tx, found.id));
	});
}

const enter = async (db: Queryable, caseId: string, code: string | null): Promise<CameIn> => ({
	caseId,
	token: await startSession(db, caseId),
	code,
});

/** Both together, as a fingerprint: a code does not lie in memory. */
function markOf({ code, key }: Typed): string {
	return createHash('sha256')
		.update(`${key} ${readCode(code)}`)
		.digest('base64url');
}
