import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { eventNotices, type NoticeCount } from './store.server.ts';

/** What became of the words to those of one date. Reminders whose time has not come are not among them. */
export type NoticeFigures = {
	readonly sent: number;
	readonly called: number;
	/** Also those that a helper is to bring by telephone, of which there are `toCall`. */
	readonly waiting: number;
	readonly toCall: number;
	readonly failed: readonly { readonly reason: string; readonly count: number }[];
};

/** In numbers only: whose they are is seen by whoever sees who comes. */
export async function noticesOfOccurrence(db: Queryable, occurrenceId: string): Promise<NoticeFigures> {
	const counts = await eventNotices(db).countsOf(occurrenceId);
	const of = (isMeant: (one: NoticeCount) => boolean): number =>
		counts.filter(isMeant).reduce((sum, { count }) => sum + count, 0);
	return {
		sent: of(({ state }) => state === 'sent'),
		called: of(({ state }) => state === 'called'),
		waiting: of(({ state }) => state === 'waiting'),
		toCall: of(({ kind, state }) => state === 'waiting' && kind === 'call'),
		failed: counts.flatMap(({ state, reason, count }) =>
			state === 'failed' ? [{ reason: reason ?? 'given-up', count }] : [],
		),
	};
}

export type WayStanding = { readonly waiting: number; readonly failed: number; readonly oldest: Date | null };

/** How it stands with what should have gone by each way: no number and no word of anybody. */
export async function standingOfNotices(db: Queryable): Promise<{ sms: WayStanding; email: WayStanding }> {
	const of = (kind: 'sms' | 'email') => eventNotices(db).standing(kind, now());
	return { sms: await of('sms'), email: await of('email') };
}
