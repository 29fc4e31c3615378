import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Occurrence } from '../event.ts';

const OCCURRENCE = `o.id, o.series_id as "seriesId", o.original_day as "originalDay", o.day,
	to_char(o.starts, 'HH24:MI') as starts, o.minutes, o.starts_at as "startsAt", o.ends_at as "endsAt", o.mode,
	o.place_id as "placeId", o.link, o.capacity, o.walk_in as "walkIn", o.slot_minutes as "slotMinutes", o.names, o.notice,
	o.planned, o.state, o.cause, o.reason, o.replaced_by as "replacedBy", o.replaced_by_line as "replacedByLine",
	o.detached, o.is_full as "isFull", o.sequence, o.changed_at as "changedAt"`;

const columnsOf = (one: Occurrence): Record<string, unknown> => ({
	day: one.day,
	starts: one.starts,
	minutes: one.minutes,
	starts_at: one.startsAt,
	ends_at: one.endsAt,
	mode: one.mode,
	place_id: one.placeId,
	link: one.link,
	capacity: one.capacity,
	walk_in: one.walkIn,
	slot_minutes: one.slotMinutes,
	names: one.names,
	notice: one.notice,
	planned: one.planned,
	state: one.state,
	cause: one.cause,
	reason: one.reason,
	replaced_by: one.replacedBy,
	replaced_by_line: one.replacedByLine,
	detached: one.detached,
	is_full: one.isFull,
	sequence: one.sequence,
	changed_at: one.changedAt,
});

export const occurrences = (db: Queryable) => ({
	/** A date that is there already stays as it is. */
	async addMissing(rows: readonly Occurrence[]): Promise<void> {
		for (const row of rows) {
			const columns = { id: row.id, series_id: row.seriesId, original_day: row.originalDay, ...columnsOf(row) };
			const marks = Object.keys(columns).map((_, at) => `$${at + 1}`);
			await db.query(
				`insert into occurrences (${Object.keys(columns)}) values (${marks})
				on conflict (series_id, original_day) do nothing`,
				Object.values(columns),
			);
		}
	},

	async save(row: Occurrence): Promise<void> {
		const columns = columnsOf(row);
		const sets = Object.keys(columns).map((name, at) => `${name} = $${at + 2}`);
		await db.query(`update occurrences set ${sets} where id = $1`, [row.id, ...Object.values(columns)]);
	},

	async remove(ids: readonly string[]): Promise<void> {
		await db.query('delete from occurrences where id = any($1)', [ids]);
	},

	byId: (id: string) => one(db, `select ${OCCURRENCE} from occurrences o where o.id = $1`, [id]),

	/** Whatever changes a date, or who has a seat there, stands in this line. */
	locked: (id: string) => one(db, `select ${OCCURRENCE} from occurrences o where o.id = $1 for update`, [id]),

	among: (ids: readonly string[]) =>
		db.query<Occurrence>(`select ${OCCURRENCE} from occurrences o where o.id = any($1) order by o.starts_at, o.id`, [
			ids,
		]),

	ofSeries: (seriesId: string) =>
		db.query<Occurrence>(
			`select ${OCCURRENCE} from occurrences o where o.series_id = $1 order by o.starts_at, o.original_day`,
			[seriesId],
		),

	/** Those that end after the moment and begin before the other one. */
	between: (organisationIds: readonly string[], from: Date, to: Date) =>
		db.query<Occurrence>(
			`select ${OCCURRENCE} from occurrences o join series s on s.id = o.series_id
			where s.organisation_id = any($1) and o.ends_at > $2 and o.starts_at < $3 order by o.starts_at, o.series_id`,
			[organisationIds, from, to],
		),

	/** Of public series, those of the days between. */
	public: (from: string, to: string) =>
		db.query<Occurrence>(
			`select ${OCCURRENCE} from occurrences o join series s on s.id = o.series_id
			where s.state <> 'draft' and greatest(o.day, o.original_day) >= $1 and least(o.day, o.original_day) <= $2
			order by o.starts_at, o.series_id`,
			[from, to],
		),
});

/** Of everything that the public can see of the calendar. */
export async function calendarRevision(db: Queryable): Promise<string> {
	const [row] = await db.query<{ number: string | number }>('select number from calendar_revision');
	return String(row?.number ?? 0);
}

async function one(db: Queryable, text: string, values: readonly unknown[]): Promise<Occurrence | null> {
	return (await db.query<Occurrence>(text, values))[0] ?? null;
}
