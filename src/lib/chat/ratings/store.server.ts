import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Count, Face } from './rating.ts';

export const ratings = (db: Queryable) => ({
	async add(deskId: string, quarter: string, face: Face): Promise<void> {
		await db.query(
			`insert into ratings (desk_id, quarter, face, times) values ($1, $2, $3, 1)
			on conflict (desk_id, quarter, face) do update set times = ratings.times + 1`,
			[deskId, quarter, face],
		);
	},

	before: (deskId: string, quarter: string) =>
		db.query<Count & { quarter: string }>(
			'select quarter, face, times from ratings where desk_id = $1 and quarter < $2 order by quarter desc',
			[deskId, quarter],
		),

	/** That she rated, and never how; false when she had. */
	async markRated(conversationId: string): Promise<boolean> {
		const rows = await db.query('update conversations set rated = true where id = $1 and not rated returning id', [
			conversationId,
		]);
		return rows.length > 0;
	},
});
