import type { Queryable } from '#lib/platform/db/database.server.ts';

export type LookRow = { at: Date; accountId: string; action: string; subject: string };

/** The case, and its conversations, by which pictures are on record too. */
export type Looked = { readonly caseId: string; readonly conversationIds: readonly string[] };

/** What staff read or printed of it, or dialled, in order. */
export function looksInto(db: Queryable, { caseId, conversationIds }: Looked): Promise<LookRow[]> {
	return db.query<LookRow>(
		`select at, actor_id as "accountId", action, subject from audit_entries
		where actor_kind = 'staff' and actor_id is not null and action in ('read', 'print', 'read-number')
			and ((subject = 'case' and subject_id = $1::text) or (subject in ('conversation', 'picture') and subject_id = any($2))
				or (subject = 'callback' and subject_id in (select id::text from callbacks where case_id = $1::uuid)))
		order by id`,
		[caseId, conversationIds],
	);
}

export async function hasMore(db: Queryable, caseId: string): Promise<boolean> {
	const rows = await db.query(
		`select 1 from contacts where case_id = $1 and channel <> 'chat'
		union all select 1 from entries where case_id = $1 and kind <> 'note'
		union all select 1 from callbacks where case_id = $1 limit 1`,
		[caseId],
	);
	return rows.length > 0;
}
