import { organisationsWhere } from '#lib/identity/index.server.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';
import type { Occurrence, Series } from '../event.ts';
import { series } from '../series/store.server.ts';
import { occurrences } from './store.server.ts';

/** A date as those see it who lend a hand there. */
export type DateToStaff = Pick<
	Occurrence,
	'id' | 'seriesId' | 'day' | 'startsAt' | 'endsAt' | 'mode' | 'placeId' | 'state' | 'replacedBy'
> & { readonly organisationId: string; readonly names: Texts };

/** These dates; of one that was taken out of the calendar there is nothing. */
export async function datesToStaff(db: Queryable, ids: readonly string[]): Promise<DateToStaff[]> {
	const rows = await occurrences(db).among(ids);
	return named(rows, await series(db).among([...new Set(rows.map(({ seriesId }) => seriesId))]));
}

/** All dates of a series, and of those that go on with it under another plan. */
export async function datesOfLine(db: Queryable, seriesId: string): Promise<DateToStaff[]> {
	const line = await series(db).among(await series(db).lineOf(seriesId));
	const rows = await Promise.all(line.map(({ id }) => occurrences(db).ofSeries(id)));
	return named(rows.flat(), line);
}

const named = (rows: readonly Occurrence[], all: readonly Series[]): DateToStaff[] =>
	rows.flatMap((row) => {
		const of = all.find(({ id }) => id === row.seriesId);
		return of ? [{ ...row, organisationId: of.organisationId, names: row.names ?? of.names }] : [];
	});

/** Series that are public, in which she may say who is needed. */
export async function seriesToStaff(
	db: Queryable,
	actor: Actor,
): Promise<Pick<Series, 'id' | 'organisationId' | 'names'>[]> {
	const all = await series(db).within(organisationsWhere(actor, 'leadVolunteers'));
	return all.filter(({ state }) => state === 'public');
}
