import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { VolunteerRow } from '../people/store.server.ts';
import type { Need } from '../needs/need.ts';
import type { Absence, Qualification } from '../people/volunteer.ts';

type Profile = Omit<VolunteerRow, 'chosenName' | 'accountLanguage' | 'pledgedOn' | 'reachedBy' | 'sealed'> & {
	readonly changedAt: Date;
};
export type Time = {
	readonly occurrenceId: string | null;
	readonly day: string;
	readonly startsAt: Date;
	readonly endsAt: Date;
};

/** Adds what the demonstration has and the site has no command for: people who never applied, weeks that are over. */
export const demonstration = (db: Queryable) => ({
	async accountOf(shortName: string): Promise<string | null> {
		const text = 'select id from accounts where short_name = $1 and is_demonstration';
		return (await db.query<{ id: string }>(text, [shortName]))[0]?.id ?? null;
	},

	/** False when she is there already. */
	async addProfile(one: Profile): Promise<boolean> {
		const rows = await db.query(
			`insert into volunteers (account_id, organisation_id, state, paused_until, languages, works, known_works, free,
				place_ids, is_remote, least_minutes, most_minutes, asked_at, since, changed_at)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
			on conflict (account_id) do nothing returning account_id`,
			[
				...[one.id, one.organisationId, one.state, one.pausedUntil, one.languages, one.works, one.knownWorks],
				...[JSON.stringify(one.free), one.placeIds, one.isRemote, one.leastMinutes, one.mostMinutes, one.askedAt],
				...[one.since, one.changedAt],
			],
		);
		return rows.length > 0;
	},

	async addQualification(
		one: Omit<Qualification, 'revokedOn'> & Readonly<Record<'id' | 'accountId' | 'grantedBy', string>>,
	): Promise<void> {
		await db.query(
			`insert into qualifications (id, account_id, code, granted_on, expires_on, granted_by)
			values ($1, $2, $3, $4, $5, $6)`,
			[one.id, one.accountId, one.code, one.grantedOn, one.expiresOn, one.grantedBy],
		);
	},

	async addAbsence({ id, accountId, from, to }: Absence & Record<'id' | 'accountId', string>): Promise<void> {
		await db.query('insert into absences (id, account_id, from_day, to_day) values ($1, $2, $3, $4)', [
			...[id, accountId, from, to],
		]);
	},

	/** A colleague has looked at hours here before. */
	async hasSettled(organisationId: string): Promise<boolean> {
		const find = 'select from hour_entries where organisation_id = $1 and settled_by is not null limit 1';
		return (await db.query(find, [organisationId])).length > 0;
	},

	async hasSeries(id: string): Promise<boolean> {
		return (await db.query('select 1 from series where id = $1', [id])).length > 0;
	},

	/** One for the same work at the same place and time. */
	async needLike(one: Need): Promise<string | null> {
		const found = await db.query<{ id: string }>(
			`select id from needs where organisation_id = $1 and series_id is not distinct from $2
				and desk_id is not distinct from $3 and work = $4 and weekday is not distinct from $5`,
			[one.organisationId, one.seriesId, one.deskId, one.work, one.weekday],
		);
		return found[0]?.id ?? null;
	},

	dates: (seriesId: string, from: string, to: string) =>
		db.query<Time>(
			`select id as "occurrenceId", day, starts_at as "startsAt", ends_at as "endsAt" from occurrences
			where series_id = $1 and day between $2 and $3 and state in ('planned', 'held') order by starts_at`,
			[seriesId, from, to],
		),

	/** Once, and only while a place is left: whatever became of it since, it is not taken again. */
	async take(one: Readonly<Record<'id' | 'shiftId' | 'accountId', string>> & { readonly at: Date }): Promise<void> {
		await db.query(
			`insert into assignments (id, shift_id, account_id, state, by_way, made_at, changed_at, taken_at)
			select $1, s.id, $2, 'taken', 'self', m.at, m.at, m.at
			from shifts s cross join lateral (select least($4, s.starts_at) as at) m
			where s.id = $3 and s.state = 'planned'
				and not exists (select 1 from assignments a where a.shift_id = s.id and a.account_id = $2)
				and s.places > (select count(*) from assignments a where a.shift_id = s.id and a.state in ('taken', 'done'))`,
			[one.id, one.accountId, one.shiftId, one.at],
		);
	},
});
