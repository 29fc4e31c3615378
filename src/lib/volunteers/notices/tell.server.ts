import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { byDay } from './daytime.ts';
import { type About, canWait } from './notice.ts';
import { volunteerNotices } from './store.server.ts';

/** What makes it once: of the same volunteer a second one under the same key is none. `due`: not before. */
export type Word = { readonly about: About; readonly key: string; readonly shiftId?: string; readonly due?: Date };

/**
 * Word to a volunteer, in the transaction of what it tells of, by the way she chose; it stands on her page, too. Of hours
 * the key names the entry. Reminders and what ends are nobody's to tell: they follow from what is (`review.server.ts`).
 */
export async function tell(tx: Queryable, accountId: string, { about, key, shiftId, due }: Word): Promise<void> {
	const dueAt = due ?? (canWait(about) ? byDay(now()) : now());
	const row = { id: newId(), accountId, about, key, shiftId: shiftId ?? null, dueAt, madeAt: now() };
	await volunteerNotices(tx).add(row);
}
