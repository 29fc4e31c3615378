import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { NamedShift, PersonAtShift } from '../told.ts';

const NAMED = `s.id, s.organisation_id as "organisationId", s.occurrence_id as "occurrenceId", s.desk_id as "deskId",
	o.place_id as "placeId", s.work, s.day, s.starts_at as "startsAt", s.ends_at as "endsAt", s.places, s.languages,
	s.qualifications, s.sign_up as "signUp", s.state, s.need_id as "needId", s.moved_at as "movedAt",
	coalesce(o.names, e.names, d.names, '{}') as names, p.card as place, o.mode,
	coalesce(d.zone, e.zone, 'Europe/Helsinki') as zone`;
const FROM = `shifts s left join desks d on d.id = s.desk_id left join occurrences o on o.id = s.occurrence_id
	left join series e on e.id = o.series_id left join service_points p on p.id = o.place_id`;

export const told = (db: Queryable) => ({
	between: (organisationIds: readonly string[], from: Date, to: Date) =>
		db.query<NamedShift>(
			`select ${NAMED} from ${FROM} where s.organisation_id = any($1) and s.ends_at > $2 and s.starts_at < $3
				and s.state = 'planned'
			order by s.starts_at, s.id`,
			[organisationIds, from, to],
		),

	/** Whatever is under way with her, however far ahead. */
	hers: (accountId: string, from: Date) =>
		db.query<NamedShift>(
			`select ${NAMED} from ${FROM} where s.ends_at > $2 and s.state = 'planned' and exists (select 1 from assignments a
				where a.shift_id = s.id and a.account_id = $1 and a.state in ('offered', 'asked', 'taken'))
			order by s.starts_at, s.id`,
			[accountId, from],
		),

	async byId(id: string): Promise<NamedShift | null> {
		return (await db.query<NamedShift>(`select ${NAMED} from ${FROM} where s.id = $1`, [id]))[0] ?? null;
	},

	byIds: (ids: readonly string[]) =>
		db.query<NamedShift>(`select ${NAMED} from ${FROM} where s.id = any($1) order by s.starts_at, s.id`, [ids]),

	/** All who have to do with these shifts, or had. */
	people: (shiftIds: readonly string[]) =>
		db.query<PersonAtShift>(
			`select a.id, a.shift_id as "shiftId", a.account_id as "accountId", c.chosen_name as name, a.state,
				(select case when w.other_id is null then 'swap' else 'exchange' end from swaps w
					where w.assignment_id = a.id and w.state = 'open') as swap
			from assignments a join accounts c on c.id = a.account_id
			where a.shift_id = any($1) order by a.made_at, a.id`,
			[shiftIds],
		),
});
