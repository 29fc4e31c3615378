import type { Span } from '#lib/network/index.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';

/** One shift at a desk, and who holds it. */
export type Planned = Span & { readonly id: string; readonly places: number; readonly names: readonly string[] };

export const opening = (db: Queryable) => ({
	/** The shifts at the desk that somebody has taken and that end after the moment. */
	held: (deskId: string, after: Date) =>
		db.query<Span>(
			`select s.starts_at as "from", s.ends_at as "to" from shifts s
			where s.desk_id = $1 and s.ends_at > $2 and s.state = 'planned' and exists (
				select 1 from assignments a where a.shift_id = s.id and a.state in ('taken', 'done'))
			order by s.starts_at`,
			[deskId, after],
		),

	heldBy: (accountId: string, deskId: string, after: Date) =>
		db.query<Span>(
			`select s.starts_at as "from", s.ends_at as "to" from shifts s join assignments a on a.shift_id = s.id
			where a.account_id = $1 and s.desk_id = $2 and s.ends_at > $3 and s.state = 'planned'
				and a.state in ('taken', 'done')
			order by s.starts_at limit 20`,
			[accountId, deskId, after],
		),

	/** Shifts at the desk that end in this time, each with the chosen names of those who hold it. */
	plan: (deskId: string, from: Date, to: Date) =>
		db.query<Planned>(
			`select s.id, s.starts_at as "from", s.ends_at as "to", s.places, coalesce(h.names, '{}') as names
			from shifts s left join lateral (
				select array_agg(c.chosen_name order by a.made_at) as names from assignments a
				join accounts c on c.id = a.account_id
				where a.shift_id = s.id and a.state in ('taken', 'done')) h on true
			where s.desk_id = $1 and s.ends_at > $2 and s.starts_at < $3 and s.state = 'planned' order by s.starts_at, s.id`,
			[deskId, from, to],
		),
});
