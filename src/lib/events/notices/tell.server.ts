import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Planned } from '../event.ts';
import type { Registration } from '../registration/registration.ts';
import type { About } from './notice.ts';
import { eventNotices, type NewNotice } from './store.server.ts';

/** What makes it once: of the same registration a second one under the same key is none. `due`: not before. */
export type Word = {
	readonly about: About;
	readonly key: string;
	readonly was?: Planned;
	readonly due?: Date;
};

/**
 * Word to somebody who registered, in the transaction of what it tells of: by text message, by mail, or on the list of
 * those whom a helper calls. Whoever left no way to reach her is told by nobody; she asks with her code.
 */
export async function tell(
	tx: Queryable,
	to: Pick<Registration, 'id' | 'reachedBy'>,
	{ about, key, was, due = now() }: Word,
): Promise<void> {
	if (to.reachedBy === 'none') return;
	const kind: NewNotice['kind'] = to.reachedBy === 'phone' ? 'call' : to.reachedBy;
	const row = { id: newId(), registrationId: to.id, kind, about, key, was: was ?? null, dueAt: due, madeAt: now() };
	await eventNotices(tx).add(row);
}
