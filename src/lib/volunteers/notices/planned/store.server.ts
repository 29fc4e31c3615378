import { pledgeUntil } from '#lib/identity/index.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { volunteers } from '../../people/store.server.ts';
import type { Volunteer } from '../../people/volunteer.ts';

type Unreminded = { readonly accountId: string; readonly shiftId: string; readonly startsAt: Date };
type Ends = Pick<Volunteer, 'qualifications' | 'pledgeUntil'> & { readonly accountId: string };

/** What comes by the clock, and was not written down yet. */
export const planned = (db: Queryable) => ({
	/** Whoever has a shift that begins between these moments and has no reminder of that moment. */
	unreminded: (from: Date, to: Date) =>
		db.query<Unreminded>(
			`select a.account_id as "accountId", s.id as "shiftId", s.starts_at as "startsAt"
			from assignments a join shifts s on s.id = a.shift_id
			where a.state = 'taken' and s.state = 'planned' and s.starts_at > $1 and s.starts_at < $2
				and not exists (select from volunteer_notices n where n.account_id = a.account_id
					and n.key = 'reminder/' || s.id || '/' || (extract(epoch from s.starts_at) * 1000)::bigint)`,
			[from, to],
		),

	/** Whoever is here and has something that may end before that day. */
	async endingBy(day: string, from: string): Promise<Ends[]> {
		const rows = await db.query<{ id: string; pledgedOn: string | null }>(
			`select v.account_id as id, a.pledge_accepted_on as "pledgedOn"
			from volunteers v join accounts a on a.id = v.account_id and a.closed_at is null
			where v.state <> 'left' and ((a.pledge_accepted_on + 364 between $2 and $1
					and exists (select from memberships m where m.account_id = a.id and m.role = 'volunteer'))
				or exists (select from qualifications q
					where q.account_id = a.id and q.revoked_on is null and q.expires_on between $2 and $1))`,
			[day, from],
		);
		const all = await volunteers(db).qualifications(rows.map(({ id }) => id));
		return rows.map(({ id, pledgedOn }) => ({
			...{ accountId: id, pledgeUntil: pledgedOn && pledgeUntil(pledgedOn) },
			qualifications: all.filter(({ accountId }) => accountId === id),
		}));
	},
});
