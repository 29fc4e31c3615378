import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { KeyDays, Past, RetentionJob } from './kept.ts';

export type Run = {
	readonly job: RetentionJob;
	readonly beganAt: Date;
	readonly finishedAt: Date;
	readonly rows: number;
	readonly keyDays: readonly string[];
};

export const runs = (db: Queryable) => ({
	async add(id: string, run: Run): Promise<void> {
		await db.query(
			`insert into retention_runs (id, job, began_at, finished_at, rows_deleted, key_days)
			values ($1, $2, $3, $4, $5, $6::text[]::date[])`,
			[id, run.job, run.beganAt, run.finishedAt, run.rows, run.keyDays],
		);
	},

	/** The newest of each job. */
	newest: () =>
		db.query<Run>(
			`select distinct on (job) job, began_at as "beganAt", finished_at as "finishedAt", rows_deleted as rows,
				key_days::text[] as "keyDays"
			from retention_runs order by job, finished_at desc`,
		),

	/** The days whose keys went, the newest first, with the moment they did. */
	destroyedDays: (since: Date) =>
		db.query<{ day: string; at: Date }>(
			`select day::text, min(finished_at) as at from retention_runs, unnest(key_days) as day
			where finished_at >= $1 group by day order by day desc`,
			[since],
		),

	async removeBefore(moment: Date): Promise<number> {
		const rows = await db.query('delete from retention_runs where finished_at < $1 returning id', [moment]);
		return rows.length;
	},
});

/**
 * Counts in the tables themselves, whoever's they are, what is past its time: whoever deletes is not asked. Tables and
 * columns are the constants of kept.ts.
 */
export async function countPast(db: Queryable, { table, column }: Past, bound: string | Date): Promise<number> {
	const rows = await db.query<{ count: number }>(`select count(*)::int as count from ${table} where ${column} < $1`, [
		bound,
	]);
	return rows[0]?.count ?? 0;
}

/** The days on which words expire that are there now. */
export async function daysOfWords(db: Queryable, { table, column, words = column }: KeyDays): Promise<string[]> {
	const rows = await db.query<{ day: string }>(
		`select distinct ${column}::text as day from ${table} where ${column} is not null and ${words} is not null order by day`,
	);
	return rows.map(({ day }) => day);
}
