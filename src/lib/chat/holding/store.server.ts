import type { Queryable } from '#lib/platform/db/database.server.ts';

export type HeldClaim = { conversationId: string; accountId: string };

/** Claims whose holders may have vanished, and the rounds that look for them. */
export const holdings = (db: Queryable) => ({
	/** Claims made before the moment, of conversations that go on: what the visitor ended is closed by its holder. */
	claimedBefore: (moment: Date) =>
		db.query<HeldClaim>(
			`select k.conversation_id as "conversationId", k.account_id as "accountId"
			from claims k join conversations c on c.id = k.conversation_id
			where k.released_at is null and c.ended_at is null and k.claimed_at < $1`,
			[moment],
		),

	/** Notes a round; gives since when there was no pause between rounds longer than `pauseMs`. */
	async noteRound(at: Date, pauseMs: number): Promise<Date> {
		const rows = await db.query<{ beganAt: Date }>(
			`insert into desk_watches (began_at, last_at) values ($1, $1)
			on conflict (only_one) do update set last_at = greatest(desk_watches.last_at, excluded.last_at),
				began_at = case when desk_watches.last_at < $2 then excluded.began_at else desk_watches.began_at end
			returning began_at as "beganAt"`,
			[at, new Date(at.getTime() - pauseMs)],
		);
		return rows[0]?.beganAt ?? at;
	},
});
