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

	async byId(id: string): Promise<VolunteerRow | null> {
		return (await db.query<VolunteerRow>(`select ${VOLUNTEER} ${FROM} where v.account_id = $1`, [id]))[0] ?? null;
	},

	/** Whatever changes what somebody has taken stands in this line. */
	async locked(id: string): Promise<VolunteerRow | null> {
		await db.query('select 1 from volunteers where account_id = $1 for update', [id]);
		return this.byId(id);
	},

	within: (organisationIds: readonly string[]) =>
		db.query<VolunteerRow>(
			`select ${VOLUNTEER} ${FROM} where v.organisation_id = any($1) and v.state <> 'left' order by a.chosen_name`,
			[organisationIds],
		),

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
