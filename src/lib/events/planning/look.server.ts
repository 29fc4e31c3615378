import { may, organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { today } from '#lib/platform/clock.ts';
import { isId } from '#lib/platform/id.ts';
import type { Activity, Occurrence, Series } from '../event.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { type Crowd, registrations } from '../registration/store.server.ts';
import { activities, type Break, breaks, series } from '../series/store.server.ts';

export type Listed = Crowd & { readonly row: Occurrence; readonly of: Series };

const NOBODY: Crowd = { people: 0, waiting: 0 };

/** What goes on at the organisations whose events she runs, drafts among it. */
export async function datesWithin(
	db: Queryable,
	actor: StaffActor,
	{ from, to }: { from: Date; to: Date },
): Promise<Listed[]> {
	const own = organisationsWhere(actor, 'runEvents');
	const rows = await occurrences(db).between(own, from, to);
	const all = new Map((await series(db).within(own)).map((of) => [of.id, of]));
	const people = await registrations(db).peopleOn(rows.map(({ id }) => id));
	return rows.flatMap((row) => {
		const of = all.get(row.seriesId);
		return of ? [{ row, of, ...(people.get(row.id) ?? NOBODY) }] : [];
	});
}

/** The series of the organisations whose events she runs. */
export function seriesWithin(db: Queryable, actor: StaffActor): Promise<Series[]> {
	return series(db).within(organisationsWhere(actor, 'runEvents'));
}

export type SeriesSeen = {
	readonly of: Series;
	readonly dates: readonly Listed[];
	readonly next: Series | null;
};

/** One series with its dates; null when it is not there, or not hers. */
export async function seriesSeen(db: Queryable, actor: StaffActor, id: string): Promise<SeriesSeen | null> {
	const of = await series(db).byId(id);
	if (!of || !may(actor).runEvents(of.organisationId)) return null;
	const rows = await occurrences(db).ofSeries(id);
	const people = await registrations(db).peopleOn(rows.map(({ id }) => id));
	const own = await series(db).within([of.organisationId]);
	const dates = rows.map((row) => ({ row, of, ...(people.get(row.id) ?? NOBODY) }));
	return { of, dates, next: own.find(({ previousId }) => previousId === id) ?? null };
}

/** One date with its series; null when it is not there, or not hers. */
export async function dateSeen(db: Queryable, actor: StaffActor, id: string): Promise<Listed | null> {
	if (!isId(id)) return null;
	const row = await occurrences(db).byId(id);
	const of = row && (await series(db).byId(row.seriesId));
	if (!row || !of || !may(actor).runEvents(of.organisationId)) return null;
	const people = await registrations(db).peopleOn([id]);
	return { row, of, ...(people.get(id) ?? NOBODY) };
}

export type Book = { readonly activities: readonly Activity[]; readonly breaks: readonly Break[] };

/** What a form of a series offers: kinds of events, and breaks that are kept. */
export async function planningBook(db: Queryable, actor: StaffActor): Promise<Book> {
	const own = organisationsWhere(actor, 'planEvents');
	return { activities: await activities(db).all(), breaks: await breaks(db).within(own, today()) };
}
