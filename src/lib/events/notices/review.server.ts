import { instant, now } from '#lib/platform/clock.ts';
import { DatabaseDown, type Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { logError } from '#lib/platform/log.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Notice, NoticeKind } from './notice.ts';
import { keyOfReminder, reminderDue } from './reminder.ts';
import { readStanding } from './standing.server.ts';
import { eventNotices, type Unreminded } from './store.server.ts';
import { wayTo } from './tell.server.ts';
import { whyNot } from './truth.ts';

/** A reminder is made as soon as its date is so near. */
const AHEAD_MS = 8 * 86_400_000;

/**
 * Reminders follow from who comes and when, whatever happened in between, so nobody need think of them who moves or
 * cancels something. What no machine here carries is for the list of those whom a helper calls; what waits there and is
 * true no more is taken off. `carried`: the ways that are set up here.
 */
export async function reviewNotices(carried: readonly NoticeKind[]): Promise<void> {
	try {
		const { db } = ground();
		await planReminders(db);
		if (!carried.includes('sms')) await eventNotices(db).callInstead();
		await dropUntrue(
			db,
			WAYS.filter((kind) => !carried.includes(kind)),
		);
	} catch (error) {
		if (!(error instanceof DatabaseDown)) logError('event-notices', error);
	}
}

const WAYS: readonly NoticeKind[] = ['sms', 'email', 'call'];

async function planReminders(db: Queryable): Promise<void> {
	const coming = await eventNotices(db).unreminded(now(), new Date(instant() + AHEAD_MS));
	for (const one of coming) await plan(db, one);
}

async function plan(db: Queryable, { id, reachedBy, startsAt, zone }: Unreminded): Promise<void> {
	const [kind, dueAt] = [wayTo(reachedBy), reminderDue(startsAt, zone, now())];
	if (kind === null || dueAt === null) return;
	const key = keyOfReminder(startsAt);
	await eventNotices(db).add({
		...{ id: newId(), registrationId: id, kind, about: 'reminder', key },
		...{ was: null, dueAt, madeAt: now() },
	});
}

async function dropUntrue(db: Queryable, kinds: readonly NoticeKind[]): Promise<void> {
	for (const notice of await eventNotices(db).due(kinds, now())) await drop(db, notice);
}

async function drop(db: Queryable, notice: Notice): Promise<void> {
	const read = await readStanding(db, notice);
	const reason = read && whyNot(notice, read.standing, now());
	if (reason) await eventNotices(db).settle(notice.id, { state: 'dropped', reason }, now());
}
