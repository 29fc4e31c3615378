import { instant } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Letter } from '#lib/platform/mail/letter.ts';
import { openAddress } from '../addresses/open.server.ts';
import { isKept } from '../case/reach.server.ts';
import { type CaseRow, cases } from '../store.server.ts';
import { hashOfAddress, hashOfMessageId } from './marks.server.ts';
import { mailMarks } from './store.server.ts';

const DAY_MS = 86_400_000;
/** So many cases one address begins in a day; what comes then goes into the last of them. */
export const CASES_A_DAY = 3;

/**
 * The case of a letter that answers a mail of ours: it names an id that we gave out, and it comes from the address which
 * that case knows. Nothing else leads into a case, no subject and no id of others: a forged thread leads nowhere.
 */
export async function caseOfThread(tx: Queryable, letter: Letter, ours: string): Promise<CaseRow | null> {
	const notice = await noticeOf(tx, letter.references, ours);
	const of = notice && (await cases(tx).byId(notice.caseId));
	if (!of || !isKept(of) || letter.from === null) return null;
	return (await mailAddressOf(tx, of)) === letter.from ? of : null;
}

/** The notice whose mail is named by one of the ids. */
export async function noticeOf(tx: Queryable, ids: readonly string[], ours: string) {
	const hashes = await Promise.all(ids.map((id) => hashOfMessageId(id, ours)));
	const known = hashes.filter((hash) => hash !== null);
	return known.length > 0 ? mailMarks(tx).noticeOfMessage(known) : null;
}

/** Null when she gave none, or its key is gone. */
export const mailAddressOf = (db: Queryable, of: CaseRow): Promise<string | null> => openAddress(db, of, 'email');

/** Where the letters of an address go that begins one case after the other, as a program does that has lost its way. */
export async function caseOfFlood(tx: Queryable, from: string): Promise<CaseRow | null> {
	const begun = await mailMarks(tx).begunBy(await hashOfAddress(from), new Date(instant() - DAY_MS));
	const [last] = begun;
	return last && begun.length >= CASES_A_DAY ? cases(tx).byId(last.caseId) : null;
}
