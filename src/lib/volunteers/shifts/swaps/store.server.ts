import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Swap } from '../shift.ts';

const SWAP = `w.id, w.assignment_id as "assignmentId", w.to_account as "toAccount", w.state, a.shift_id as "shiftId",
	a.account_id as "holderId"`;
const SWAPS = `swaps w join assignments a on a.id = w.assignment_id join shifts s on s.id = a.shift_id`;

export const swaps = (db: Queryable) => ({
	async add(one: Pick<Swap, 'id' | 'assignmentId' | 'toAccount'>, at: Date): Promise<void> {
		await db.query(
			`insert into swaps (id, assignment_id, to_account, state, made_at) values ($1, $2, $3, 'open', $4)`,
			[one.id, one.assignmentId, one.toAccount, at],
		);
	},

	async byId(id: string): Promise<Swap | null> {
		return (await db.query<Swap>(`select ${SWAP} from ${SWAPS} where w.id = $1`, [id]))[0] ?? null;
	},

	async end(id: string, state: 'accepted' | 'withdrawn', { by, at }: { by: string | null; at: Date }): Promise<void> {
		await db.query('update swaps set state = $2, taken_by = $3, ended_at = $4 where id = $1', [id, state, by, at]);
	},

	/** Of somebody who does not hold it any more there is nothing to pass on. */
	async endOf(assignmentId: string, at: Date): Promise<void> {
		await db.query(`update swaps set state = 'withdrawn', ended_at = $2 where assignment_id = $1 and state = 'open'`, [
			assignmentId,
			at,
		]);
	},

	async expire(at: Date): Promise<void> {
		await db.query(
			`update swaps w set state = 'expired', ended_at = $1 from assignments a join shifts s on s.id = a.shift_id
			where a.id = w.assignment_id and w.state = 'open' and s.starts_at <= $1`,
			[at],
		);
	},

	openOf: (shiftIds: readonly string[]) =>
		db.query<Swap>(`select ${SWAP} from ${SWAPS} where w.state = 'open' and a.shift_id = any($1) order by w.made_at`, [
			shiftIds,
		]),
});
