import { today } from '#lib/platform/clock.ts';
import { command, refused, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { endOfNumber } from '#lib/platform/sms/number.ts';
import { deskById } from '#lib/network/index.server.ts';
import { countWait } from '../figures/waits.server.ts';
import type { VisitorActor } from '../rights/visitor.ts';
import type { CaseRow } from '../store.server.ts';
import { type HerCallback, isOpen, shownTime, whyGivenUp } from './callback.ts';
import { endCallback, openNumber } from './number.server.ts';
import { idSchema } from './schema.ts';
import { callbacks, type StoredCallback } from './store.server.ts';
import { waitOf } from './wait.ts';

/** All calls that she asked for, the newest last. */
export async function callbacksOfCase(db: Queryable, of: CaseRow): Promise<HerCallback[]> {
	const zone = (await deskById(db, of.deskId))?.zone;
	const rows = await callbacks(db).ofCase(of.id);
	return Promise.all(rows.map((row) => hers(row, zone ?? '')));
}

async function hers(row: StoredCallback, zone: string): Promise<HerCallback> {
	const told = await openNumber(row);
	const { id, state, language, tries } = row;
	return {
		...{ id, state, language, tries },
		time: shownTime(row.time, zone, today(0, zone)),
		why: state === 'given-up' ? whyGivenUp(row) : null,
		sign: told?.sign ?? null,
		ending: told && endOfNumber(told.number),
		askedAt: row.askedAt.toISOString(),
	};
}

/** She wants no call any more. Her number goes at once. */
export const cancelCallback = command({
	input: idSchema,
	load: hersOnly,
	allow: () => true,
	run: async (callback, { tx, audit }) => {
		if (callback.state === 'cancelled') return callback;
		if (!isOpen(callback)) return refused('over');
		await endCallback(tx, callback, 'cancelled');
		await countWait(tx, waitOf(callback), 'abandoned');
		await audit({ action: 'cancel', subject: 'callback', subjectId: callback.id });
		return callback;
	},
	present: ({ id }) => ({ id }),
});

async function hersOnly({ id }: { id: string }, { tx, actor }: Within<VisitorActor>): Promise<StoredCallback | null> {
	const callback = await callbacks(tx).locked(id);
	return callback?.caseId === actor.id ? callback : null;
}
