import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Assignment, AssignmentState, Kept, NewAssignment, Shift } from './shift.ts';

const SHIFT = `s.id, s.organisation_id as "organisationId", s.occurrence_id as "occurrenceId", s.desk_id as "deskId",
	(select o.place_id from occurrences o where o.id = s.occurrence_id) as "placeId", s.work, s.day,
	s.starts_at as "startsAt", s.ends_at as "endsAt", s.places, s.languages, s.qualifications, s.sign_up as "signUp", s.state`;
const KEPT = `${SHIFT}, s.need_id as "needId", s.is_by_hand as "isByHand", s.place_id as "knownPlaceId",
	s.moved_at as "movedAt"`;
const ASSIGNMENT = `a.id, a.shift_id as "shiftId", a.account_id as "accountId", a.state, a.by_way as "byWay",
	a.offered_until as "offeredUntil", a.reason, a.made_at as "madeAt", a.changed_at as "changedAt"`;

export const shifts = (db: Queryable) => ({
	async addMissing(
		rows: readonly (Omit<Shift, 'placeId'> & { readonly needId: string | null; readonly changedAt: Date })[],
	): Promise<void> {
		for (const row of rows) {
			await db.query(
				`insert into shifts (id, need_id, organisation_id, occurrence_id, desk_id, work, day, starts_at, ends_at, places,
					languages, qualifications, sign_up, state, changed_at, place_id)
				values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
					(select o.place_id from occurrences o where o.id = $4)) on conflict do nothing`,
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
		await db.query('select 1 from shifts where id = $1 for no key update', [id]);
		return this.byId(id);
	},

	/** Several, in one order, so that no two of these wait for each other. */
	async lockedAll(ids: readonly string[]): Promise<Kept[]> {
		await db.query('select 1 from shifts where id = any($1) order by id for no key update', [ids]);
		return db.query<Kept>(`select ${KEPT} from shifts s where s.id = any($1) order by s.id`, [ids]);
	},

	async save(one: Kept, at: Date): Promise<void> {
		await db.query(
			`update shifts set occurrence_id = $2, day = $3, starts_at = $4, ends_at = $5, places = $6, languages = $7,
				qualifications = $8, sign_up = $9, state = $10, work = $11, is_by_hand = $12, place_id = $13, moved_at = $14,
				changed_at = $15
			where id = $1`,
			[
				...[one.id, one.occurrenceId, one.day, one.startsAt, one.endsAt, one.places, one.languages],
				...[one.qualifications, one.signUp, one.state, one.work, one.isByHand, one.knownPlaceId, one.movedAt, at],
			],
		);
	},

	allOfNeed: (needId: string) =>
		db.query<Kept>(`select ${KEPT} from shifts s where s.need_id = $1 order by s.starts_at, s.id`, [needId]),

	/** All that hang on a date of the calendar, or hung on one that is gone, and have not begun. */
	ofCalendar: (from: Date) =>
		db.query<Kept>(`select ${KEPT} from shifts s where s.desk_id is null and s.starts_at > $1 order by s.id`, [from]),

	/** Which needs have people at these dates already. */
	staffed: (occurrenceIds: readonly string[]) =>
		db.query<{ needId: string; occurrenceId: string }>(
			`select s.need_id as "needId", s.occurrence_id as "occurrenceId" from shifts s
			where s.occurrence_id = any($1) and s.need_id is not null`,
			[occurrenceIds],
		),
});

export const assignments = (db: Queryable) => ({
	async add(one: NewAssignment, at: Date): Promise<void> {
		await db.query(
			`insert into assignments (id, shift_id, account_id, state, by_way, offered_until, reason, made_at, changed_at, taken_at)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $8, case when $4 = 'taken' then $8::timestamptz end)`,
			[
				one.id,
				one.shiftId,
				one.accountId,
				one.state,
				one.byWay,
				one.offeredUntil,
				one.reason ? JSON.stringify(one.reason) : null,
				at,
			],
		);
	},

	async setState(id: string, state: AssignmentState, at: Date): Promise<void> {
		await db.query(
			`update assignments set state = $2, changed_at = $3, taken_at = case when $2 = 'taken' then $3 else taken_at end
			where id = $1`,
			[id, state, at],
		);
	},

	async byId(id: string): Promise<Assignment | null> {
		return (await db.query<Assignment>(`select ${ASSIGNMENT} from assignments a where a.id = $1`, [id]))[0] ?? null;
	},

	ofShifts: (shiftIds: readonly string[]) =>
		db.query<Assignment>(`select ${ASSIGNMENT} from assignments a where a.shift_id = any($1) order by a.made_at`, [
			shiftIds,
		]),

	/** Of these people, what holds a place and ends after the moment, with its times. */
	heldFrom: (accountIds: readonly string[], from: Date) =>
		db.query<Assignment & Pick<Shift, 'startsAt' | 'endsAt'>>(
			`select ${ASSIGNMENT}, s.starts_at as "startsAt", s.ends_at as "endsAt"
			from assignments a join shifts s on s.id = a.shift_id
			where a.account_id = any($1) and a.state in ('taken', 'done') and s.ends_at > $2 order by s.starts_at`,
			[accountIds, from],
		),

	/** Whatever is hers or might become hers, of shifts that end after the moment. */
	openOf: (accountId: string, from: Date) =>
		db.query<Assignment>(
			`select ${ASSIGNMENT} from assignments a join shifts s on s.id = a.shift_id
			where a.account_id = $1 and a.state in ('offered', 'asked', 'taken') and s.ends_at > $2
			order by s.starts_at, a.id`,
			[accountId, from],
		),

	/** The forms of work that each of them knows: a coordinator says so, or she has done it here. */
	async knownWorks(accountIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
		const rows = await db.query<{ id: string; works: string[] }>(
			`select v.account_id as id, v.known_works || array(select distinct s.work from assignments a
				join shifts s on s.id = a.shift_id where a.account_id = v.account_id and a.state = 'done') as works
			from volunteers v where v.account_id = any($1)`,
			[accountIds],
		);
		return new Map(rows.map(({ id, works }) => [id, works]));
	},

	/** When the last shift began that was somebody's: also one to come. */
	async lastShifts(accountIds: readonly string[]): Promise<Map<string, Date>> {
		const rows = await db.query<{ id: string; last: Date }>(
			`select a.account_id as id, max(s.starts_at) as last from assignments a join shifts s on s.id = a.shift_id
			where a.account_id = any($1) and a.state in ('taken', 'done') group by 1`,
			[accountIds],
		);
		return new Map(rows.map(({ id, last }) => [id, last]));
	},

	/** Offers whose time is over, wishes of shifts that have begun, places of people who are gone: with their shifts. */
	overdue: (at: Date) =>
		db.query<Assignment>(
			`select ${ASSIGNMENT} from assignments a join shifts s on s.id = a.shift_id
			where (a.state = 'offered' and (a.offered_until <= $1 or s.starts_at <= $1))
				or (a.state = 'asked' and s.starts_at <= $1)
				or (a.state in ('offered', 'asked', 'taken') and s.starts_at > $1 and not exists (
					select 1 from accounts c where c.id = a.account_id and c.closed_at is null))
			order by a.shift_id, a.id`,
			[at],
		),
});
