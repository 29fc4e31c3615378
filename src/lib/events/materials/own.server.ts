import { may, type StaffActor } from '#lib/identity/index.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Occurrence, Series } from '../event.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { series } from '../series/store.server.ts';

/** A series of an organisation for which the actor plans; null for any other, and where there is none. */
export async function ownSeries(db: Queryable, id: string, actor: StaffActor): Promise<Series | null> {
	const found = await series(db).byId(id);
	return found && may(actor).planEvents(found.organisationId) ? found : null;
}

export type OwnDate = { readonly of: Series; readonly date: Occurrence | null };

/** The same with one of its dates, or with none where none was chosen. */
export async function ownDate(
	db: Queryable,
	{ seriesId, occurrenceId }: { readonly seriesId: string; readonly occurrenceId: string | null },
	actor: StaffActor,
): Promise<OwnDate | null> {
	const of = await ownSeries(db, seriesId, actor);
	if (!of || occurrenceId === null) return of && { of, date: null };
	const date = await occurrences(db).byId(occurrenceId);
	return date?.seriesId === of.id ? { of, date } : null;
}
