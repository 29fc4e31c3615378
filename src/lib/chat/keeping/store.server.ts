import type { Queryable } from '#lib/platform/db/database.server.ts';

export type TalkDay = { readonly deskId: string; readonly day: string; readonly conversations: number };

/** How many conversations with words there are by desk and day of expiry; null: of all organisations. */
export async function countTalkDays(db: Queryable, organisationIds: readonly string[] | null): Promise<TalkDay[]> {
	return db.query<TalkDay>(
		`select desk_id as "deskId", expires_on as day, count(*)::int as conversations
		from conversations where $1::text[] is null or organisation_id = any($1)
		group by desk_id, expires_on`,
		[organisationIds],
	);
}
