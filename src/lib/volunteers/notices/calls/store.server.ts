import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Notice, NoticeState } from '../notice.ts';

export type CallRow = Notice & { readonly chosenName: string; readonly state: NoticeState };

const OPEN = `n.state in ('waiting', 'failed') and n.due_at <= $2`;

export const volunteerCalls = (db: Queryable) => ({
	/** What waits or failed, of those whom these organisations look after. */
	waiting: (organisationIds: readonly string[], at: Date) =>
		db.query<CallRow>(
			`select n.id, n.account_id as "accountId", n.kind, n.about, n.key, n.shift_id as "shiftId", n.tries,
				n.made_at as "madeAt", n.state, a.chosen_name as "chosenName"
			from volunteer_notices n join volunteers v on v.account_id = n.account_id
			join accounts a on a.id = v.account_id and a.closed_at is null
			where v.organisation_id = any($1) and ${OPEN} order by a.chosen_name, n.made_at`,
			[organisationIds, at],
		),

	async called(accountId: string, { by, at }: { by: string; at: Date }): Promise<void> {
		await db.query(
			`update volunteer_notices n set state = 'called', called_by = $3, settled_at = $2,
				said_start = (select s.starts_at from shifts s where s.id = n.shift_id)
			where n.account_id = $1 and ${OPEN}`,
			[accountId, at, by],
		);
	},
});
