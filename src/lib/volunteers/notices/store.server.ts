import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { About } from './notice.ts';

export type NewNotice = {
	readonly id: string;
	readonly accountId: string;
	readonly about: About;
	readonly key: string;
	readonly shiftId: string | null;
	readonly dueAt: Date;
	readonly madeAt: Date;
};

export const volunteerNotices = (db: Queryable) => ({
	/** By the way she chose; none for whoever chose none. */
	async add(row: NewNotice): Promise<void> {
		await db.query(
			`insert into volunteer_notices (id, account_id, kind, about, key, shift_id, state, due_at, made_at)
			select $1, v.account_id, v.reached_by, $3, $4, $5, 'waiting', $6, $7 from volunteers v
			where v.account_id = $2 and v.reached_by <> 'none' on conflict (account_id, key) do nothing`,
			[row.id, row.accountId, row.about, row.key, row.shiftId, row.dueAt, row.madeAt],
		);
	},
});
