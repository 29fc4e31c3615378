import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Absence, Qualification, QualificationCode, Volunteer } from './volunteer.ts';

export type VolunteerRow = Omit<Volunteer, 'absences' | 'qualifications' | 'pledgeUntil'> & {
	readonly chosenName: string;
	readonly accountLanguage: string;
	readonly pledgedOn: string | null;
	readonly reachedBy: 'sms' | 'email' | 'none';
	readonly sealed: Buffer | null;
	readonly askedAt: Date | null;
	readonly since: string;
};

const VOLUNTEER = `v.account_id as id, v.organisation_id as "organisationId", v.state, v.paused_until as "pausedUntil",
	v.languages, v.works, v.known_works as "knownWorks", v.free, v.place_ids as "placeIds", v.is_remote as "isRemote",
	v.least_minutes as "leastMinutes", v.most_minutes as "mostMinutes", v.reached_by as "reachedBy", v.sealed,
	v.asked_at as "askedAt", v.since, a.chosen_name as "chosenName", a.language as "accountLanguage",
	a.pledge_accepted_on as "pledgedOn"`;
const FROM = 'from volunteers v join accounts a on a.id = v.account_id and a.closed_at is null';

/** What is known of somebody who begins; all else she chooses later. */
export type NewVolunteer = Pick<Volunteer, 'id' | 'organisationId' | 'state' | 'languages' | 'works' | 'knownWorks'> & {
	readonly since: string;
	readonly changedAt: Date;
};

/** What she chooses herself. */
type Chosen = Pick<
	Volunteer,
	'works' | 'languages' | 'placeIds' | 'isRemote' | 'free' | 'leastMinutes' | 'mostMinutes'
>;
type Granted = Pick<Qualification, 'code' | 'grantedOn' | 'expiresOn'> & {
	readonly id: string;
	readonly grantedBy: string;
};

export const volunteers = (db: Queryable) => ({
	/** Whoever is there already stays as she is. */
	async add(one: NewVolunteer): Promise<void> {
		await db.query(
			`insert into volunteers (account_id, organisation_id, state, languages, works, known_works, since, changed_at)
			values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (account_id) do nothing`,
			[
				...[one.id, one.organisationId, one.state, one.languages, one.works, one.knownWorks],
				...[one.since, one.changedAt],
			],
		);
	},

	async setProfile(id: string, one: Chosen): Promise<void> {
		await db.query(
			`update volunteers set works = $2, languages = $3, place_ids = $4, is_remote = $5, free = $6, least_minutes = $7,
				most_minutes = $8, changed_at = $9 where account_id = $1`,
			[
				...[id, one.works, one.languages, one.placeIds, one.isRemote, JSON.stringify(one.free)],
				...[one.leastMinutes, one.mostMinutes, now()],
			],
		);
	},

	async setState(id: string, { state, pausedUntil }: Pick<Volunteer, 'state' | 'pausedUntil'>): Promise<void> {
		const change = 'update volunteers set state = $2, paused_until = $3, changed_at = $4 where account_id = $1';
		await db.query(change, [id, state, pausedUntil, now()]);
	},

	async setKnownWorks(id: string, works: readonly string[]): Promise<void> {
		await db.query('update volunteers set known_works = $2, changed_at = $3 where account_id = $1', [id, works, now()]);
	},

	async addAbsence(accountId: string, { id, from, to }: Absence & { readonly id: string }): Promise<void> {
		const add = 'insert into absences (id, account_id, from_day, to_day) values ($1, $2, $3, $4)';
		await db.query(add, [id, accountId, from, to]);
	},

	async removeAbsence(accountId: string, id: string): Promise<boolean> {
		const remove = 'delete from absences where id = $1 and account_id = $2 returning id';
		return (await db.query(remove, [id, accountId])).length === 1;
	},

	async addQualification(accountId: string, one: Granted): Promise<void> {
		await db.query(
			`insert into qualifications (id, account_id, code, granted_on, expires_on, granted_by)
			values ($1, $2, $3, $4, $5, $6)`,
			[one.id, accountId, one.code, one.grantedOn, one.expiresOn, one.grantedBy],
		);
	},

	/** Once: what was revoked keeps its day. */
	async revoke(id: string, day: string): Promise<void> {
		await db.query('update qualifications set revoked_on = $2 where id = $1 and revoked_on is null', [id, day]);
	},

	async qualification(id: string): Promise<(Granted & { readonly accountId: string }) | null> {
		const rows = await db.query<Granted & { accountId: string }>(
			`select id, account_id as "accountId", code, granted_on as "grantedOn", expires_on as "expiresOn",
				granted_by as "grantedBy" from qualifications where id = $1`,
			[id],
		);
		return rows[0] ?? null;
	},

	async setContact(id: string, { reachedBy, sealed }: Pick<VolunteerRow, 'reachedBy' | 'sealed'>): Promise<void> {
		const change = 'update volunteers set reached_by = $2, sealed = $3, changed_at = $4 where account_id = $1';
		await db.query(change, [id, reachedBy, sealed, now()]);
	},

	/** Of whoever is gone: how she is reached, her keys, her times and places. What she did and was qualified for stays. */
	async forget(id: string): Promise<void> {
		await db.query('delete from absences where account_id = $1', [id]);
		await db.query(
			`update volunteers set state = 'left', paused_until = null, reached_by = 'none', sealed = null, link_hash = null,
				link_made_by = null, feed_hash = null, free = '[]', place_ids = '{}', asked_at = null, changed_at = $2 where account_id = $1`,
			[id, now()],
		);
	},

	/** Whose account was closed and who has not been forgotten yet. */
	async closed(): Promise<string[]> {
		const rows = await db.query<{ id: string }>(
			`select v.account_id as id from volunteers v join accounts a on a.id = v.account_id and a.closed_at is not null
			where v.state <> 'left'`,
		);
		return rows.map(({ id }) => id);
	},

	async byId(id: string): Promise<VolunteerRow | null> {
		return (await db.query<VolunteerRow>(`select ${VOLUNTEER} ${FROM} where v.account_id = $1`, [id]))[0] ?? null;
	},

	/**
	 * Whatever changes what somebody has taken stands in this line. Word to her, which points at her row, waits for nobody:
	 * two who tell each other of their shifts at once would wait in a circle.
	 */
	async locked(id: string): Promise<VolunteerRow | null> {
		await db.query('select 1 from volunteers where account_id = $1 for no key update', [id]);
		return this.byId(id);
	},

	within: (organisationIds: readonly string[]) =>
		db.query<VolunteerRow>(
			`select ${VOLUNTEER} ${FROM} where v.organisation_id = any($1) and v.state <> 'left' order by a.chosen_name`,
			[organisationIds],
		),

	gone: (organisationIds: readonly string[]) =>
		db.query<Pick<VolunteerRow, 'id' | 'chosenName'>>(
			`select v.account_id as id, a.chosen_name as "chosenName" ${FROM}
			where v.organisation_id = any($1) and v.state = 'left' order by a.chosen_name`,
			[organisationIds],
		),

	/** Those whose pause is over; whoever is just being changed is woken by the next round. */
	async wake(day: string): Promise<void> {
		await db.query(
			`update volunteers set state = 'active', paused_until = null where account_id in (select account_id from volunteers
				where state = 'paused' and paused_until < $1 for no key update skip locked)`,
			[day],
		);
	},

	async noteAsked(id: string, at: Date): Promise<void> {
		await db.query('update volunteers set asked_at = $2 where account_id = $1', [id, at]);
	},

	/** Those among them who are bound by a contract. */
	async paidAmong(ids: readonly string[]): Promise<string[]> {
		const rows = await db.query<{ id: string }>(
			`select distinct account_id as id from memberships
			where account_id = any($1) and role in ('adviser', 'coordinator')`,
			[ids],
		);
		return rows.map(({ id }) => id);
	},

	qualifications: (ids: readonly string[]) =>
		db.query<Qualification & { id: string; accountId: string; code: QualificationCode; grantedBy: string }>(
			`select id, account_id as "accountId", code, granted_on as "grantedOn", expires_on as "expiresOn",
				revoked_on as "revokedOn", granted_by as "grantedBy"
			from qualifications where account_id = any($1) order by granted_on`,
			[ids],
		),

	absences: (ids: readonly string[], from: string) =>
		db.query<Absence & { id: string; accountId: string }>(
			`select id, account_id as "accountId", from_day as "from", to_day as "to" from absences
			where account_id = any($1) and to_day >= $2 order by from_day`,
			[ids, from],
		),
});
