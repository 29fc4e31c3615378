import type { Queryable } from '#lib/platform/db/database.server.ts';

/** Something that waits for somebody: a wish for the coordinator, an offer for the volunteer, the others for a colleague. */
export type Waiting = {
	readonly kind: 'asked' | 'offered' | 'swap' | 'exchange';
	readonly shiftId: string;
	readonly accountId: string;
	readonly since: Date;
	readonly until: Date | null;
};

export const weeks = (db: Queryable) => ({
	waiting: (organisationIds: readonly string[], at: Date) =>
		db.query<Waiting>(
			`select a.state as kind, a.shift_id as "shiftId", a.account_id as "accountId", a.made_at as since,
				a.offered_until as until
			from assignments a join shifts s on s.id = a.shift_id
			where a.state in ('asked', 'offered') and s.state = 'planned' and s.starts_at > $2 and s.organisation_id = any($1)
			union all
			select case when w.other_id is null then 'swap' else 'exchange' end, a.shift_id, a.account_id, w.made_at, null
			from swaps w join assignments a on a.id = w.assignment_id join shifts s on s.id = a.shift_id
			where w.state = 'open' and s.state = 'planned' and s.starts_at > $2 and s.organisation_id = any($1)
			order by since`,
			[organisationIds, at],
		),
});
