import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Swap } from '../shift.ts';

const SWAP = `w.id, w.assignment_id as "assignmentId", w.to_account as "toAccount", w.state, a.shift_id as "shiftId",
	a.account_id as "holderId", w.other_id as "otherId", b.shift_id as "otherShiftId"`;
const SWAPS = `swaps w join assignments a on a.id = w.assignment_id left join assignments b on b.id = w.other_id`;
/** All that end at once end in one order, so that no two of these wait for each other. */
const ENDED = `update swaps w set state = $2, ended_at = $3 from assignments a, o
	where w.id = o.id and a.id = w.assignment_id returning w.id, a.shift_id as "shiftId", a.account_id as "holderId"`;

type Ended = 'accepted' | 'declined' | 'withdrawn';
/** An exchange that is not to be, for whoever proposed it. */
export type Lapsed = Pick<Swap, 'id' | 'shiftId' | 'holderId'>;

export const swaps = (db: Queryable) => ({
	async add(
		one: Pick<Swap, 'id' | 'assignmentId' | 'toAccount'> & Partial<Pick<Swap, 'otherId'>>,
		at: Date,
	): Promise<void> {
		await db.query(
			`insert into swaps (id, assignment_id, to_account, other_id, state, made_at)
			values ($1, $2, $3, $4, 'open', $5)`,
			[one.id, one.assignmentId, one.toAccount, one.otherId ?? null, at],
		);
	},

	async byId(id: string): Promise<Swap | null> {
		return (await db.query<Swap>(`select ${SWAP} from ${SWAPS} where w.id = $1`, [id]))[0] ?? null;
	},

	async end(id: string, state: Ended, { by, at }: { by: string | null; at: Date }): Promise<void> {
		await db.query('update swaps set state = $2, taken_by = $3, ended_at = $4 where id = $1', [id, state, by, at]);
	},

	/** Of somebody who does not hold it any more there is nothing to pass on. */
	async endOf(assignmentId: string, at: Date): Promise<void> {
		await db.query(`update swaps set state = 'withdrawn', ended_at = $2 where assignment_id = $1 and state = 'open'`, [
			assignmentId,
			at,
		]);
	},

	/** Exchanges of which one half is not what it was. */
	lapse: (assignmentIds: readonly string[], at: Date) =>
		db.query<Lapsed>(
			`with o as (select id from swaps where state = 'open' and other_id is not null
				and (assignment_id = any($1) or other_id = any($1)) order by id for no key update) ${ENDED}`,
			[assignmentIds, 'withdrawn', at],
		),

	/** What has begun is passed on no more; of an exchange, either of the two. Whatever is in somebody's hands waits. */
	expire: (at: Date) =>
		db.query<Lapsed & Pick<Swap, 'otherId'>>(
			`with o as (select w.id from ${SWAPS} join shifts s on s.id in (a.shift_id, b.shift_id)
				where w.state = 'open' and s.starts_at <= $1 for no key update of w skip locked)
			${ENDED}, w.other_id as "otherId"`,
			[at, 'expired', at],
		),

	/** Exchanges that somebody proposed, or that somebody proposed to her. */
	exchangesOf: (accountId: string) =>
		db.query<Swap>(
			`select ${SWAP} from ${SWAPS} where w.state = 'open' and w.other_id is not null
				and (a.account_id = $1 or w.to_account = $1) order by w.made_at`,
			[accountId],
		),

	openOf: (shiftIds: readonly string[]) =>
		db.query<Swap>(`select ${SWAP} from ${SWAPS} where w.state = 'open' and a.shift_id = any($1) order by w.made_at`, [
			shiftIds,
		]),
});
