import type { Queryable } from '#lib/platform/db/database.server.ts';

export type KeptDay = {
	readonly deskId: string;
	/** The last day on which these words can be read. */
	readonly day: string;
	readonly conversations: number;
	readonly cases: number;
};

/** How many conversations with words there are by desk and day of expiry; null: of all organisations. */
export async function countKeptDays(db: Queryable, organisationIds: readonly string[] | null): Promise<KeptDay[]> {
	return db.query<KeptDay>(
		`select desk_id as "deskId", expires_on as day, count(*)::int as conversations,
			count(distinct case_id)::int as cases
		from conversations where $1::text[] is null or organisation_id = any($1)
		group by desk_id, expires_on order by desk_id, expires_on`,
		[organisationIds],
	);
}
