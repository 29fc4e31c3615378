import type { Queryable } from '#lib/platform/db/database.server.ts';

type Done = { readonly accountId: string; readonly step: string; readonly doneOn: string };

export const training = (db: Queryable) => ({
	/** Once: the first day stays. */
	async tick(accountId: string, step: string, day: string): Promise<void> {
		const tick = 'insert into training_steps (account_id, step, done_on) values ($1, $2, $3) on conflict do nothing';
		await db.query(tick, [accountId, step, day]);
	},

	async untick(accountId: string, step: string): Promise<void> {
		await db.query('delete from training_steps where account_id = $1 and step = $2', [accountId, step]);
	},

	done: (accountIds: readonly string[]) =>
		db.query<Done>(
			`select account_id as "accountId", step, done_on as "doneOn" from training_steps where account_id = any($1)`,
			[accountIds],
		),
});
