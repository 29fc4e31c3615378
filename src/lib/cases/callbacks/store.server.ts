import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Callback, CallbackState, CallTime, Try } from './callback.ts';

export type CallbackRow = Omit<Callback, 'time'> & {
	readonly anyTime: boolean;
	readonly windowFrom: Date;
	readonly windowTo: Date;
	readonly sealed: Buffer | null;
};
export type StoredCallback = Callback & { readonly sealed: Buffer | null };
export type NewCallback = Pick<
	Callback,
	'id' | 'caseId' | 'language' | 'topic' | 'time' | 'entryNumber' | 'askedAt'
> & {
	readonly startKey: string;
	readonly sealed: Buffer;
	readonly numberUntil: string;
};

const CALLBACK = `k.id, k.case_id as "caseId", c.desk_id as "deskId", c.organisation_id as "organisationId", k.language,
	k.topic, k.any_time as "anyTime", k.window_from as "windowFrom", k.window_to as "windowTo",
	k.entry_number as "entryNumber", k.state, k.holder, k.tries, k.last_try as "lastTry",
	k.last_tried_at as "lastTriedAt", k.number_until as "numberUntil", k.asked_at as "askedAt", k.ended_at as "endedAt",
	k.sealed`;
const FROM = 'from callbacks k join cases c on c.id = k.case_id';
const LONGEST_LIST = 200;

export const callbacks = (db: Queryable) => ({
	async add(row: NewCallback): Promise<void> {
		await db.query(
			`insert into callbacks (id, case_id, start_key, language, topic, any_time, window_from, window_to, entry_number,
				state, sealed, number_until, asked_at)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', $10, $11, $12)`,
			[
				...[row.id, row.caseId, row.startKey, row.language, row.topic, row.time.anyTime, row.time.from, row.time.to],
				...[row.entryNumber, row.sealed, row.numberUntil, row.askedAt],
			],
		);
	},

	byId: (id: string) => one(db, `select ${CALLBACK} ${FROM} where k.id = $1`, [id]),

	/** Its case is locked, before anything is read: whatever changes one of them stands in that line. */
	async locked(id: string): Promise<StoredCallback | null> {
		await db.query('select 1 from cases where id = (select case_id from callbacks where id = $1) for update', [id]);
		return this.byId(id);
	},

	async lockedByStartKey(startKey: string): Promise<StoredCallback | null> {
		const rows = await db.query<{ id: string }>('select id from callbacks where start_key = $1', [startKey]);
		return rows[0] ? this.locked(rows[0].id) : null;
	},

	ofCase: (caseId: string) => all(db, `select ${CALLBACK} ${FROM} where k.case_id = $1 order by k.asked_at`, [caseId]),

	/** Those that are to be called, taken by somebody or not. */
	open: (organisationIds: readonly string[], day: string) =>
		all(
			db,
			`select ${CALLBACK} ${FROM} where k.sealed is not null and k.number_until >= $2 and c.organisation_id = any($1)
			order by k.window_to limit ${LONGEST_LIST}`,
			[organisationIds, day],
		),

	async setTime(id: string, time: CallTime, { sealed, numberUntil }: Pick<NewCallback, 'sealed' | 'numberUntil'>) {
		await db.query(
			`update callbacks set any_time = $2, window_from = $3, window_to = $4, sealed = $5, number_until = $6
			where id = $1`,
			[id, time.anyTime, time.from, time.to, sealed, numberUntil],
		);
	},

	async hold(id: string, accountId: string, at: Date): Promise<void> {
		await db.query(`update callbacks set state = 'taken', holder = $2, taken_at = $3 where id = $1`, [
			...[id, accountId, at],
		]);
	},

	async release(id: string): Promise<void> {
		await db.query(`update callbacks set state = 'waiting', holder = null, taken_at = null where id = $1`, [id]);
	},

	/** The case is looked after elsewhere: whoever had a call of it in hand has it no more. */
	async releaseAll(caseId: string): Promise<void> {
		await db.query(
			`update callbacks set state = 'waiting', holder = null, taken_at = null where case_id = $1 and state = 'taken'`,
			[caseId],
		);
	},

	async noteTry(id: string, how: Try, at: Date): Promise<void> {
		await db.query('update callbacks set tries = tries + 1, last_try = $2, last_tried_at = $3 where id = $1', [
			...[id, how, at],
		]);
	},

	/** The number goes with the state. */
	async end(id: string, state: Exclude<CallbackState, 'waiting' | 'taken'>, at: Date): Promise<void> {
		await db.query(
			`update callbacks set state = $2, ended_at = $3, holder = null, taken_at = null, sealed = null,
				number_until = null
			where id = $1`,
			[id, state, at],
		);
	},

	/** Those of the cases whose number is still there. */
	withNumber: (caseIds: readonly string[]) =>
		all(db, `select ${CALLBACK} ${FROM} where k.case_id = any($1) and k.sealed is not null`, [caseIds]),

	overBefore: (day: string, limit: number) =>
		db.query<{ id: string }>('select id from callbacks where number_until < $1 limit $2', [day, limit]),
});

async function all(db: Queryable, text: string, values: readonly unknown[]): Promise<StoredCallback[]> {
	const rows = await db.query<CallbackRow>(text, values);
	return rows.map(({ anyTime, windowFrom, windowTo, ...row }) => ({
		...row,
		time: { anyTime, from: windowFrom, to: windowTo },
	}));
}

async function one(db: Queryable, text: string, values: readonly unknown[]): Promise<StoredCallback | null> {
	return (await all(db, text, values))[0] ?? null;
}
