import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Registration } from '../registration/registration.ts';
import type { Standing } from './changes.ts';

/** Dates at which anybody was ever registered, which were counted, have papers of their own, or stand for another one. */
const TRACES = `
	select o.id, coalesce((select sum(r.seats) from registrations r where r.occurrence_id = o.id
		and r.state in ('held', 'confirmed', 'waiting', 'offered')), 0) as people
	from occurrences o where o.series_id = $1 and (
		exists (select 1 from registrations r where r.occurrence_id = o.id)
		or exists (select 1 from headcounts h where h.occurrence_id = o.id)
		or exists (select 1 from materials m where m.occurrence_id = o.id)
		or exists (select 1 from occurrences other where other.replaced_by = o.id))`;

export type Clash = {
	readonly seriesId: string;
	readonly names: Readonly<Record<string, string>>;
	readonly day: string;
	readonly starts: string;
	readonly minutes: number;
};

export const plans = (db: Queryable) => ({
	/** Bookings at these dates wait until this transaction is over. */
	async lock(seriesId: string, from: string): Promise<void> {
		const text = 'select id from occurrences where series_id = $1 and original_day >= $2 order by id for update';
		await db.query(text, [seriesId, from]);
	},

	async traces(seriesId: string): Promise<Standing['people']> {
		const rows = await db.query<{ id: string; people: string | number }>(TRACES, [seriesId]);
		return new Map(rows.map(({ id, people }) => [id, Number(people)]));
	},

	async inPlaceOf(seriesId: string): Promise<Standing['inPlaceOf']> {
		const text = 'select id, in_place_of as day from occurrences where series_id = $1 and in_place_of is not null';
		const rows = await db.query<{ id: string; day: string }>(text, [seriesId]);
		return new Map(rows.map(({ id, day }) => [id, day]));
	},

	async setInPlaceOf(seriesId: string, from: string, places: Standing['inPlaceOf']): Promise<void> {
		const clear = 'update occurrences set in_place_of = null where series_id = $1 and original_day >= $2';
		await db.query(clear, [seriesId, from]);
		for (const [id, day] of places) await db.query('update occurrences set in_place_of = $2 where id = $1', [id, day]);
	},

	/** Dates from that day on belong to the other series from now on, and so do their own papers. */
	async goOver(seriesId: string, from: string, to: string): Promise<void> {
		const text = 'update occurrences set series_id = $3 where series_id = $1 and original_day >= $2';
		await db.query(text, [seriesId, from, to]);
		const papers = `update materials m set series_id = o.series_id from occurrences o
			where o.id = m.occurrence_id and m.series_id = $1 and o.series_id = $2`;
		await db.query(papers, [seriesId, to]);
	},

	/** At another date, with a place in its line; what was promised for the old one is over. */
	async moveTo(one: Registration, to: Pick<Registration, 'occurrenceId' | 'turn' | 'ticket' | 'state'>): Promise<void> {
		await db.query(
			`update registrations set occurrence_id = $2, turn = $3, ticket = $4, state = $5, slot_id = null,
				held_until = null, offered_until = null, short_since = null where id = $1`,
			[one.id, to.occurrenceId, to.turn, to.ticket, to.state],
		);
	},

	/** A draft that nobody has seen; false when there are papers of it. */
	async discard(seriesId: string): Promise<boolean> {
		const papers = await db.query('select 1 from materials where series_id = $1 limit 1', [seriesId]);
		if (papers.length > 0) return false;
		await db.query('delete from occurrences where series_id = $1', [seriesId]);
		await db.query('delete from series where id = $1', [seriesId]);
		return true;
	},

	async idsLike(beginning: string): Promise<string[]> {
		const text = "select id from series where id = $1 or id like $1 || '-%'";
		return (await db.query<{ id: string }>(text, [beginning])).map(({ id }) => id);
	},

	/** What else of these organisations goes on at the place at the same time. */
	clashes(of: { placeId: string; organisationIds: readonly string[]; not: string; from: Date; to: Date }) {
		return db.query<Clash & { startsAt: Date; endsAt: Date }>(
			`select s.id as "seriesId", s.names, o.day, to_char(o.starts, 'HH24:MI') as starts, o.minutes,
				o.starts_at as "startsAt", o.ends_at as "endsAt"
			from occurrences o join series s on s.id = o.series_id
			where o.place_id = $1 and s.organisation_id = any($2) and s.id <> $3 and o.state = 'planned'
				and o.ends_at > $4 and o.starts_at < $5 order by o.starts_at`,
			[of.placeId, of.organisationIds, of.not, of.from, of.to],
		);
	},
});
