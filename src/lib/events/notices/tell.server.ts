import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Planned } from '../event.ts';
import type { ReachedBy, Registration } from '../registration/registration.ts';
import type { About, NoticeKind } from './notice.ts';
import { eventNotices } from './store.server.ts';

/**
 * What makes it once: of the same registration a second one under the same key is none. `due`: not before. The key of
 * `replaced` names the date that is not held: whoever was moved along is at another one.
 */
export type Word = {
	readonly about: About;
	readonly key: string;
	readonly was?: Planned;
	readonly due?: Date;
};

/**
 * Word to somebody who registered, in the transaction of what it tells of: by text message, by mail, or on the list of
 * those whom a helper calls. Whoever left no way to reach her is told by nobody; she asks with her code. Reminders are
 * nobody's to tell: they follow from who comes (`review.server.ts`).
 */
export async function tell(
	tx: Queryable,
	to: Pick<Registration, 'id' | 'reachedBy'>,
	{ about, key, was, due = now() }: Word,
): Promise<void> {
	const kind = wayTo(to.reachedBy);
	if (kind === null) return;
	const row = { id: newId(), registrationId: to.id, kind, about, key, was: was ?? null, dueAt: due, madeAt: now() };
	await eventNotices(tx).add(row);
}

/** Word of what she has just seen on the screen or heard from a helper: nobody calls her to say it again. */
export const inWriting = (to: Pick<Registration, 'reachedBy'>, word: Word): { readonly word?: Word } =>
	to.reachedBy === 'sms' || to.reachedBy === 'email' ? { word } : {};

/** Whoever changes by which way she is reached calls this in the same transaction: what waits goes that way. */
export const followContact = (tx: Queryable, registrationId: string): Promise<void> =>
	eventNotices(tx).followContact(registrationId);

/** Null when she is reached by no way. */
export function wayTo(reachedBy: ReachedBy): NoticeKind | null {
	if (reachedBy === 'none') return null;
	return reachedBy === 'phone' ? 'call' : reachedBy;
}
