import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Series } from '../event.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { occurrenceOn } from '../series/materialise.server.ts';
import type { Changes, Standing } from './changes.ts';
import { rewriteDate } from './rewrite.server.ts';
import { plans } from './store.server.ts';

export async function standingOf(db: Queryable, seriesId: string): Promise<Standing> {
	const rows = await occurrences(db).ofSeries(seriesId);
	const people = await plans(db).traces(seriesId);
	const inPlaceOf = await plans(db).inPlaceOf(seriesId);
	return { rows, people, inPlaceOf };
}

/** Does what was shown; the dates are locked, and stand in the series that is given. */
export async function applyChanges(
	tx: Queryable,
	of: Series,
	{ changes, from }: { changes: Changes; from: string },
): Promise<void> {
	await occurrences(tx).remove(changes.removals.map(({ id }) => id));
	for (const { before, after } of changes.rewrites) await rewriteDate(tx, before, after);
	await plans(tx).setInPlaceOf(of.id, from, changes.inPlaceOf);
	await occurrences(tx).addMissing(changes.additions.map((day) => occurrenceOn(of, day)));
}
