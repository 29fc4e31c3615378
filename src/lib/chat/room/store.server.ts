import type { Queryable } from '#lib/platform/db/database.server.ts';

/** Talks that go on with some helpers; who waits at a desk; how many of those wait for a talk. */
export type Busy = { readonly talks: number; readonly waiting: number; readonly forTalk: number };

export const rooms = (db: Queryable) => ({
	/** A talk goes on while somebody has said something in it since the moment. */
	async busy(deskId: string, accountIds: readonly string[], since: Date): Promise<Busy> {
		const rows = await db.query<Busy>(
			`select (select count(*)::int from claims k
				join conversations c on c.id = k.conversation_id and c.ended_at is null
				join messages m on m.conversation_id = c.id and m.seq = c.last_seq and m.sent_at > $3
				where k.account_id = any($2) and k.released_at is null) as talks,
			count(*)::int as waiting, (count(*) filter (where kind = 'chat'))::int as "forTalk"
			from conversations where desk_id = $1 and waiting_since is not null and blocked_at is null`,
			[deskId, accountIds, since],
		);
		return rows[0] ?? { talks: 0, waiting: 0, forTalk: 0 };
	},
});
