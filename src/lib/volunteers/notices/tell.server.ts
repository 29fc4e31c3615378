import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { About } from './notice.ts';
import { volunteerNotices } from './store.server.ts';

/** What makes it once: of the same volunteer a second one under the same key is none. `due`: not before. */
export type Word = { readonly about: About; readonly key: string; readonly shiftId?: string; readonly due?: Date };

/**
 * Word to a volunteer, in the transaction of what it tells of, by the way she chose. Whoever chose none reads it on her
 * page when she comes.
 */
export async function tell(
	tx: Queryable,
	accountId: string,
	{ about, key, shiftId, due = now() }: Word,
): Promise<void> {
	const row = { id: newId(), accountId, about, key, shiftId: shiftId ?? null, dueAt: due, madeAt: now() };
	await volunteerNotices(tx).add(row);
}
