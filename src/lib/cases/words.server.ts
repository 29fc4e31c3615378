import { today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { enqueue, type JobHandler } from '#lib/platform/jobs.server.ts';
import type { KeyName } from '#lib/platform/keystore/keystore.server.ts';
import { DAYS_CASE_KEPT } from '#lib/privacy/index.ts';
import { seal, unseal } from '#lib/privacy/index.server.ts';
import { addresses } from './addresses/store.server.ts';
import { entries } from './entries/store.server.ts';
import { type CaseRow, cases } from './store.server.ts';

/** What is written in a case lies under the key of the day on which it expires, and its own share of it. */
export type KeptCase = { readonly id: string; readonly wordsUntil: string };

export const keyOfCase = ({ id, wordsUntil }: KeptCase): KeyName => ({
	keyClass: 'case',
	day: wordsUntil,
	subject: id,
});

export async function sealInCase(of: KeptCase, place: string, text: string): Promise<Buffer> {
	return seal(await ground().keystore.makeKey(keyOfCase(of)), text, place);
}

/** Null when the key is gone. */
export async function openInCase(of: KeptCase, place: string, sealed: Buffer): Promise<string | null> {
	const key = await ground().keystore.findKey(keyOfCase(of));
	return key && unseal(key, sealed, place);
}

/**
 * Another contact: everything written in the locked case is kept for six months from today. It is sealed anew under that
 * day with a new share, and the old share is destroyed after the commit, so that the day is exact in every backup too.
 */
export async function keepWords(tx: Queryable, of: CaseRow): Promise<CaseRow & KeptCase> {
	const wordsUntil = today(DAYS_CASE_KEPT);
	const kept = { ...of, wordsUntil };
	if (of.wordsUntil === wordsUntil) return kept;
	if (of.wordsUntil !== null) {
		const from = { id: of.id, wordsUntil: of.wordsUntil };
		await entries(tx).resealAll(of.id, (place, sealed) => reseal(from, kept, place, sealed));
		await addresses(tx).resealAll(of.id, (place, sealed) => reseal(from, kept, place, sealed));
		await forgetLater(tx, from);
	}
	await cases(tx).setWordsUntil(of.id, wordsUntil);
	return kept;
}

/** The same for a case in which nothing may be written yet: without words there is no key, and none is missed. */
export async function keepCase(tx: Queryable, of: CaseRow): Promise<void> {
	if (of.wordsUntil !== null) await keepWords(tx, of);
	else await cases(tx).keepUntil(of.id, today(DAYS_CASE_KEPT));
}

async function reseal(from: KeptCase, to: KeptCase, place: string, sealed: Buffer): Promise<Buffer | null> {
	const text = await openInCase(from, place, sealed);
	return text === null ? null : sealInCase(to, place, text);
}

/** The destruction of a share is a job of the same transaction, so that no crash can leave it undone. */
export async function forgetLater(tx: Queryable, { id, wordsUntil }: KeptCase): Promise<void> {
	await enqueue(tx, { kind: 'forget-case', key: `${id}/${wordsUntil}`, payload: { id, wordsUntil } });
}

export const forgetCase: JobHandler = async (payload) => {
	await ground().keystore.forget(keyOfCase({ id: String(payload.id), wordsUntil: String(payload.wordsUntil) }));
};
