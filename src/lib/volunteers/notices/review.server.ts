import { addDays, instant, instantAt, now, today } from '#lib/platform/clock.ts';
import { DatabaseDown, type Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { logError } from '#lib/platform/log.server.ts';
import { DAYS_NOTICES_KEPT } from '#lib/privacy/index.ts';
import { keyOfReminder, reminderDue } from './daytime.ts';
import { AHEAD, aheadOf, endingsOf, keyOfEnding } from './ending.ts';
import type { NoticeKind } from './notice.ts';
import { readStanding } from './standing/standing.server.ts';
import { planned } from './planned/store.server.ts';
import { volunteerNotices } from './store.server.ts';
import { tell } from './tell.server.ts';
import { whyNot } from './truth.ts';

/** A reminder is made as soon as its shift is so near. */
const AHEAD_MS = 3 * 86_400_000;
const WAYS: readonly NoticeKind[] = ['sms', 'email', 'page'];

/**
 * Reminders follow from who has taken what, and words of what ends from the dates: nobody who moves, swaps or renews has
 * to think of them. What no machine here carries waits on her page and on the coordinator's list; true no more, it goes.
 */
export async function reviewVolunteerNotices(carried: readonly NoticeKind[]): Promise<void> {
	try {
		const { db } = ground();
		await remind(db);
		await volunteerNotices(db).followWays();
		await dropUntrue(
			db,
			WAYS.filter((kind) => !carried.includes(kind)),
		);
	} catch (error) {
		if (!(error instanceof DatabaseDown)) logError('volunteer-notices', error);
	}
}

async function remind(db: Queryable): Promise<void> {
	for (const { accountId, shiftId, startsAt } of await planned(db).unreminded(now(), new Date(instant() + AHEAD_MS))) {
		const due = reminderDue(startsAt, now());
		if (due) await tell(db, accountId, { about: 'reminder', key: keyOfReminder(shiftId, startsAt), shiftId, due });
	}
}

/** Once a day is enough, and twice is once. At ten in the morning of the day. */
export async function tellEndings(db: Queryable): Promise<number> {
	const day = today();
	const rows = await planned(db).endingBy(addDays(day, Math.max(...AHEAD) + 1), day);
	const due = instantAt(day, '10:00');
	for (const { accountId, ...held } of rows) {
		for (const ending of endingsOf(held)) {
			const days = aheadOf(ending, day);
			if (days !== null) await tell(db, accountId, { about: 'ends', key: keyOfEnding(ending, days), due });
		}
	}
	return rows.length;
}

/** For the round that tidies. */
export const deleteOldVolunteerNotices = (db: Queryable): Promise<number> =>
	volunteerNotices(db).deleteBefore(new Date(instant() - DAYS_NOTICES_KEPT * 86_400_000));

async function dropUntrue(db: Queryable, kinds: readonly NoticeKind[]): Promise<void> {
	for (const notice of await volunteerNotices(db).due(kinds, now())) {
		const read = await readStanding(db, notice);
		const reason = read ? whyNot(notice, read.standing, now()) : 'unreachable';
		if (reason) await volunteerNotices(db).settle(notice.id, { state: 'dropped', reason }, now());
	}
}
