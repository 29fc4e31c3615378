import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Need } from './need.ts';

const NEED = `id, organisation_id as "organisationId", series_id as "seriesId", desk_id as "deskId", work, places,
	languages, qualifications, sign_up as "signUp", weekday, to_char(starts, 'HH24:MI') as starts, minutes,
	until_day as until`;

export const needs = (db: Queryable) => ({
	/** One that was written already stays as it is: the same form sent twice is one need. */
	async add(one: Need): Promise<void> {
		await db.query(
			`insert into needs (id, organisation_id, series_id, desk_id, work, places, languages, qualifications, sign_up,
				weekday, starts, minutes, until_day)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (id) do nothing`,
			[
				...[one.id, one.organisationId, one.seriesId, one.deskId, one.work, one.places, one.languages],
				...[one.qualifications, one.signUp, one.weekday, one.starts, one.minutes, one.until],
			],
		);
	},

	async save(one: Need): Promise<void> {
		await db.query(
			`update needs set work = $2, places = $3, languages = $4, qualifications = $5, sign_up = $6, weekday = $7,
				starts = $8, minutes = $9, until_day = $10
			where id = $1`,
			[
				...[one.id, one.work, one.places, one.languages, one.qualifications, one.signUp],
				...[one.weekday, one.starts, one.minutes, one.until],
			],
		);
	},

	async byId(id: string): Promise<Need | null> {
		return (await db.query<Need>(`select ${NEED} from needs where id = $1`, [id]))[0] ?? null;
	},

	/** Whatever writes or ends a need, or makes its shifts, stands in this line. */
	async locked(id: string): Promise<Need | null> {
		return (await db.query<Need>(`select ${NEED} from needs where id = $1 for update`, [id]))[0] ?? null;
	},

	within: (organisationIds: readonly string[], from: string) =>
		db.query<Need>(
			`select ${NEED} from needs where organisation_id = any($1) and (until_day is null or until_day >= $2)
			order by series_id nulls last, weekday, starts, id`,
			[organisationIds, from],
		),

	/** The last days of those that have one. */
	async untils(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
		const text = 'select id, until_day as until from needs where id = any($1) and until_day is not null';
		const rows = await db.query<{ id: string; until: string }>(text, [ids]);
		return new Map(rows.map(({ id, until }) => [id, until]));
	},

	/** Of which shifts may still come. */
	async living(from: string): Promise<string[]> {
		const text = 'select id from needs where until_day is null or until_day >= $1 order by id';
		return (await db.query<{ id: string }>(text, [from])).map(({ id }) => id);
	},
});
