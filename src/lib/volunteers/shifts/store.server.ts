import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Assignment, AssignmentState, Shift } from './shift.ts';

const SHIFT = `s.id, s.organisation_id as "organisationId", s.occurrence_id as "occurrenceId", s.desk_id as "deskId",
	(select o.place_id from occurrences o where o.id = s.occurrence_id) as "placeId", s.work, s.day,
	s.starts_at as "startsAt", s.ends_at as "endsAt", s.places, s.languages, s.qualifications, s.sign_up as "signUp", s.state`;
const ASSIGNMENT = `a.id, a.shift_id as "shiftId", a.account_id as "accountId", a.state, a.by_way as "byWay",
	a.offered_until as "offeredUntil"`;

export const shifts = (db: Queryable) => ({
	async addMissing(
		rows: readonly (Omit<Shift, 'placeId'> & { readonly needId: string | null; readonly changedAt: Date })[],
	): Promise<void> {
		for (const row of rows) {
			await db.query(
				`insert into shifts (id, need_id, organisation_id, occurrence_id, desk_id, work, day, starts_at, ends_at, places,
					languages, qualifications, sign_up, state, changed_at)
				values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict (need_id, starts_at) do nothing`,
				[
					...[row.id, row.needId, row.organisationId, row.occurrenceId, row.deskId, row.work, row.day, row.startsAt],
					...[row.endsAt, row.places, row.languages, row.qualifications, row.signUp, row.state, row.changedAt],
				],
			);
		}
	},

	async byId(id: string): Promise<Shift | null> {
		return (await db.query<Shift>(`select ${SHIFT} from shifts s where s.id = $1`, [id]))[0] ?? null;
	},

	/** Whoever takes or gives up a place of it stands in this line. */
	async locked(id: string): Promise<Shift | null> {
		await db.query('select 1 from shifts where id = $1 for update', [id]);
		return this.byId(id);
	},

	between: (organisationIds: readonly string[], from: Date, to: Date) =>
		db.query<Shift>(
			`select ${SHIFT} from shifts s where s.organisation_id = any($1) and s.ends_at > $2 and s.starts_at < $3
			order by s.starts_at, s.id`,
			[organisationIds, from, to],
		),
});

export const assignments = (db: Queryable) => ({
	async add(one: Assignment, at: Date): Promise<void> {
		await db.query(
			`insert into assignments (id, shift_id, account_id, state, by_way, offered_until, made_at, changed_at)
			values ($1, $2, $3, $4, $5, $6, $7, $7)`,
			[one.id, one.shiftId, one.accountId, one.state, one.byWay, one.offeredUntil, at],
		);
	},

	async setState(id: string, state: AssignmentState, at: Date): Promise<void> {
		await db.query('update assignments set state = $2, changed_at = $3 where id = $1', [id, state, at]);
	},

	async byId(id: string): Promise<Assignment | null> {
		return (await db.query<Assignment>(`select ${ASSIGNMENT} from assignments a where a.id = $1`, [id]))[0] ?? null;
	},

	ofShifts: (shiftIds: readonly string[]) =>
		db.query<Assignment>(`select ${ASSIGNMENT} from assignments a where a.shift_id = any($1) order by a.made_at`, [
			shiftIds,
		]),

	/** Hers that hold a place and end after the moment, with their times. */
	hersFrom: (accountId: string, from: Date) =>
		db.query<Assignment & Pick<Shift, 'startsAt' | 'endsAt'>>(
			`select ${ASSIGNMENT}, s.starts_at as "startsAt", s.ends_at as "endsAt"
			from assignments a join shifts s on s.id = a.shift_id
			where a.account_id = $1 and a.state in ('taken', 'done') and s.ends_at > $2 order by s.starts_at`,
			[accountId, from],
		),
});
