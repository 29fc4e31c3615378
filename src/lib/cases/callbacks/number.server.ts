import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { countWait } from '../figures/waits.server.ts';
import { forgetLater, type KeptCase, openInCase, sealInCase } from '../words.server.ts';
import type { CallbackState } from './callback.ts';
import { callbacks, type StoredCallback } from './store.server.ts';
import { waitOf } from './wait.ts';

/** Where to call, and the two digits that the caller says, so that she knows who it is. */
export type CallNumber = { readonly number: string; readonly sign: string };

/** A share of its own under the key class of cases: it goes without anything else of the case. */
const keptOf = (id: string, numberUntil: string): KeptCase => ({ id: `callback-${id}`, wordsUntil: numberUntil });
const placeOf = (id: string): string => `callback/${id}`;

export function sealNumber(id: string, numberUntil: string, { number, sign }: CallNumber): Promise<Buffer> {
	return sealInCase(keptOf(id, numberUntil), placeOf(id), `${sign} ${number}`);
}

/** Null once it has ended, or when the key is gone. */
export async function openNumber(of: StoredCallback): Promise<CallNumber | null> {
	if (of.sealed === null || of.numberUntil === null) return null;
	const text = await openInCase(keptOf(of.id, of.numberUntil), placeOf(of.id), of.sealed);
	if (text === null) return null;
	const [sign = '', number = ''] = text.split(' ');
	return { number, sign };
}

/** Ends it, and the number with it: the row is blanked here, the key destroyed by a job of the same transaction. */
export async function endCallback(
	tx: Queryable,
	{ id, numberUntil }: Pick<StoredCallback, 'id' | 'numberUntil'>,
	state: Exclude<CallbackState, 'waiting' | 'taken'>,
): Promise<void> {
	await callbacks(tx).end(id, state, now());
	if (numberUntil !== null) await forgetNumber(tx, id, numberUntil);
}

export const forgetNumber = (tx: Queryable, id: string, numberUntil: string): Promise<void> =>
	forgetLater(tx, keptOf(id, numberUntil));

/** The case is looked after elsewhere from now on: somebody there calls. */
export const releaseCallsOf = (tx: Queryable, caseId: string): Promise<void> => callbacks(tx).releaseAll(caseId);

/** Before cases go with all that hangs on them: whoever still waited for a call waits no more. */
export async function abandonCallsOf(tx: Queryable, caseIds: readonly string[]): Promise<void> {
	for (const callback of await callbacks(tx).withNumber(caseIds)) {
		await countWait(tx, waitOf(callback), 'abandoned');
		if (callback.numberUntil !== null) await forgetNumber(tx, callback.id, callback.numberUntil);
	}
}
