import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { volunteerNotices, type WayStanding } from './store.server.ts';

/** How it stands with word to volunteers by each way: no number and no word of anybody. */
export async function standingOfVolunteerNotices(
	db: Queryable,
): Promise<{ readonly sms: WayStanding; readonly email: WayStanding }> {
	const of = (kind: 'sms' | 'email') => volunteerNotices(db).standing(kind, now());
	return { sms: await of('sms'), email: await of('email') };
}
