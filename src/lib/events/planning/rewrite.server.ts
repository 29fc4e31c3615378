import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Occurrence } from '../event.ts';
import type { About } from '../notices/notice.ts';
import { tell } from '../notices/tell.server.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { eraseOnFor, type Registration } from '../registration/registration.ts';
import { lockLine, settleLine } from '../registration/settle.server.ts';
import { keepUntil } from '../registration/words.server.ts';
import { plannedOf } from '../series/asPlanned.ts';

/** Those who count on a date. Whoever has only opened the form sees the change in it. */
export const countsOn = ({ state }: Pick<Registration, 'state'>): boolean =>
	state === 'confirmed' || state === 'waiting' || state === 'offered';

/** A date becomes another: everybody registered is told what it was before, and their words are kept for as long. */
export async function rewriteDate(tx: Queryable, before: Occurrence, after: Occurrence): Promise<void> {
	const line = await lockLine(tx, before.id);
	await occurrences(tx).save({ ...after, isFull: line?.of.isFull ?? after.isFull });
	for (const one of line?.all ?? []) await keepUntil(tx, one, eraseOnFor(after.day));
	const about = aboutOf(before, after);
	const told = about === null ? [] : (line?.all ?? []).filter(countsOn);
	for (const one of told) {
		await tell(tx, one, { about: about ?? 'moved', key: `${about}/${after.sequence}`, was: plannedOf(before) });
	}
	await settleLine(tx, before.id);
}

/** What people must be told of; null: nothing that matters to somebody who comes. */
function aboutOf(before: Occurrence, after: Occurrence): About | null {
	if (before.mode !== after.mode) return 'mode-changed';
	const isMoved = (['day', 'starts', 'minutes', 'placeId'] as const).some((name) => before[name] !== after[name]);
	return isMoved ? 'moved' : null;
}
