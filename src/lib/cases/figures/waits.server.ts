import { dayOf, now, wallTimeOf, weekdayOf } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { deskById } from '#lib/network/index.server.ts';
import { type Slot, type WaitRow, waits } from './store.server.ts';
import { becameOf, type WaitChannel, type WaitCount, type WaitEnd } from './wait.ts';

/** Somebody who waits at a desk, and since when. `subjectId`: the conversation, callback or case that waits. */
export type Wait = {
	readonly subjectId: string;
	readonly caseId: string;
	readonly deskId: string;
	readonly channel: WaitChannel;
	readonly began: Date;
};

/**
 * Counts what became of a wait, in the transaction that ends it. A wait is known by its beginning: whoever is given back
 * to her old place, handed over or moved has been counted, whoever comes again later waits anew.
 */
export async function countWait(tx: Queryable, { began, ...wait }: Wait, end: WaitEnd): Promise<void> {
	const row = { ...wait, beganAt: began, became: becameOf(end, began, now()) };
	if (await waits(tx).mark(row)) await waits(tx).add(await slotOf(tx, row));
}

/** The same for whoever wrote into these cases and waits there; nothing for cases in which nobody waits. */
export async function endWaitOfCases(tx: Queryable, caseIds: readonly string[], end: WaitEnd): Promise<void> {
	for (const { channel, ...wait } of await waits(tx).ofCases(caseIds)) {
		const way = channel === null || channel === 'site' ? 'question' : channel;
		await countWait(tx, { ...wait, subjectId: wait.caseId, channel: way }, end);
	}
}

/** What was taken up turned out to be abuse: its last wait is moved from the answered to the blocked. */
export async function countAsBlocked(tx: Queryable, subjectId: string): Promise<void> {
	const wait = await waits(tx).newestOf(subjectId);
	if (!wait || wait.became === 'blocked') return;
	await waits(tx).setBecame(wait, 'blocked');
	await waits(tx).take(await slotOf(tx, wait));
	await waits(tx).add(await slotOf(tx, { ...wait, became: 'blocked' }));
}

/** For the staff of the organisation, exact; whole months. */
export const waitCounts = (db: Queryable, organisationId: string, from: string, to: string): Promise<WaitCount[]> =>
	waits(db).counts(organisationId, from, to);

/** Who waits right now in a case: for an answer to a letter, a mail, a text message, or sent by a partner. */
export const waitingInCases = (
	db: Queryable,
	organisationId: string,
): Promise<{ waiting: number; since: Date | null }> => waits(db).standing(organisationId);

async function slotOf(tx: Queryable, { deskId, beganAt, channel, became }: WaitRow): Promise<Slot> {
	const zone = (await deskById(tx, deskId))?.zone;
	const day = dayOf(beganAt, zone);
	const hour = Number(wallTimeOf(beganAt, zone).slice(0, 2));
	return { deskId, month: `${day.slice(0, 7)}-01`, weekday: weekdayOf(day), hour, channel, became };
}
