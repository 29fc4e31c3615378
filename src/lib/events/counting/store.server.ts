import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Closed } from './closing.ts';
import type { ReportedDate } from './dates.ts';
import type { Headcount, HeadParts, Method } from './headcount.ts';
import type { HeadCount, HeadTap } from './heads.ts';

type Row = Omit<Closed, 'count'> & {
	readonly method: Method | null;
	readonly basis: Headcount['basis'] | null;
	readonly total: number | null;
	readonly parts: HeadParts;
};

const CLOSED = `h.occurrence_id as "occurrenceId", h.version, h.state, h.method, h.basis, h.total, h.parts, h.topics,
	h.helpers, h.unmet, h.materials, h.why, h.fact_ids as "factIds", h.closed_by as "closedBy", h.closed_at as "closedAt"`;

export const headcounts = (db: Queryable) => ({
	async add(one: Closed): Promise<void> {
		const { count } = one;
		await db.query(
			`insert into headcounts (occurrence_id, version, state, method, basis, total, parts, topics, helpers, unmet,
				materials, why, fact_ids, closed_by, closed_at)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
			[
				...[one.occurrenceId, one.version, one.state, count?.method ?? null, count?.basis ?? null],
				...[count?.total ?? null, count?.parts ?? {}, one.topics, one.helpers, one.unmet, one.materials, one.why],
				...[one.factIds, one.closedBy, one.closedAt],
			],
		);
	},

	/** The last first; the first of them holds. */
	async of(occurrenceId: string): Promise<Closed[]> {
		const text = `select ${CLOSED} from headcounts h where h.occurrence_id = $1 order by h.version desc`;
		return (await db.query<Row>(text, [occurrenceId])).map(closedOf);
	},
});

export type HeadRow = HeadTap & { readonly occurrenceId: string; readonly cameLate: boolean };

const TAP = `client_id as id, occurrence_id as "occurrenceId", age_band as "ageBand", is_first_time as "isFirstTime",
	is_remote as "isRemote", language, is_undone as "isUndone", came_late as "cameLate"`;

export const headTaps = (db: Queryable) => ({
	async add(row: HeadRow, by: { readonly accountId: string; readonly day: string }): Promise<void> {
		await db.query(
			`insert into head_taps (client_id, occurrence_id, account_id, age_band, is_first_time, is_remote, language,
				is_undone, came_late, taken_on)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
			[
				...[row.id, row.occurrenceId, by.accountId, row.ageBand, row.isFirstTime, row.isRemote, row.language],
				...[row.isUndone, row.cameLate, by.day],
			],
		);
	},

	known: (ids: readonly string[]) => db.query<HeadRow>(`select ${TAP} from head_taps where client_id = any($1)`, [ids]),

	async setUndone(id: string): Promise<void> {
		await db.query('update head_taps set is_undone = true where client_id = $1', [id]);
	},

	/** The last that holds of those whom she brought. */
	async lastOf(occurrenceId: string, accountId: string): Promise<HeadRow | null> {
		const text = `select ${TAP} from head_taps where occurrence_id = $1 and account_id = $2 and not is_undone
			order by number desc limit 1`;
		return (await db.query<HeadRow>(text, [occurrenceId, accountId]))[0] ?? null;
	},

	counts: (occurrenceId: string) =>
		db.query<HeadCount>(
			`select age_band as "ageBand", is_first_time as "isFirstTime", is_remote as "isRemote", language,
				count(*)::int as people, count(*) filter (where came_late)::int as late
			from head_taps where occurrence_id = $1 and not is_undone group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
			[occurrenceId],
		),

	async removeBefore(day: string): Promise<number> {
		return (await db.query('delete from head_taps where taken_on < $1 returning client_id', [day])).length;
	},
});

/** Of public series that are counted on the project, drafts left out. */
export function reportedDates(
	db: Queryable,
	project: { readonly id: string; readonly organisation: string },
	at: Date,
): Promise<ReportedDate[]> {
	return db.query<ReportedDate>(
		`select o.id, s.plan_line as "planLine", o.planned->>'day' as "plannedDay", o.state, o.ends_at <= $3 as "isOver",
			o.planned->>'mode' as "plannedMode", o.mode,
			o.place_id is distinct from o.planned->>'placeId' as "isElsewhere", o.cause, o.reason,
			o.replaced_by_line as "replacedByLine", coalesce(other.names, others.names) as "replacedByNames",
			other.day as "replacedByDay"
		from occurrences o join series s on s.id = o.series_id
			left join occurrences other on other.id = o.replaced_by
			left join series others on others.id = other.series_id
		where s.project_id = $1 and s.organisation_id = $2 and s.state <> 'draft' order by o.starts_at, o.id`,
		[project.id, project.organisation, at],
	);
}

/** What registering says of a date: who came (with how many seats), and who waited in vain. */
export type Came = { readonly named: number; readonly seats: number; readonly unserved: number };

export async function cameTo(db: Queryable, occurrenceId: string): Promise<Came> {
	const [row] = await db.query<Came>(
		`select count(*) filter (where presence = 'came')::int as named,
			coalesce(sum(seats) filter (where presence = 'came'), 0)::int as seats,
			coalesce(sum(seats) filter (where state = 'waiting'), 0)::int as unserved
		from registrations where occurrence_id = $1`,
		[occurrenceId],
	);
	return row ?? { named: 0, seats: 0, unserved: 0 };
}

function closedOf({ method, basis, total, parts, ...row }: Row): Closed {
	const isCounted = method !== null && basis !== null && total !== null;
	return { ...row, count: isCounted ? { method, basis, total, parts } : null };
}
