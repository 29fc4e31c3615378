import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';

/** A shift that is hers, or was. */
export type OwnShift = {
	readonly id: string;
	readonly startsAt: Date;
	readonly endsAt: Date;
	readonly changedAt: Date;
	readonly isOff: boolean;
	readonly names: Texts;
	readonly place: Texts | null;
};

/** Each shift once; what she gave up stays, so that no calendar keeps it. */
export const ownShifts = (db: Queryable, accountId: string, from: Date): Promise<OwnShift[]> =>
	db.query<OwnShift>(
		`select s.id, s.starts_at as "startsAt", s.ends_at as "endsAt", greatest(s.changed_at, a.changed_at) as "changedAt",
			(s.state = 'cancelled' or a.state not in ('taken', 'done', 'no-show')) as "isOff",
			coalesce(o.names, e.names, d.names) as names, p.card->'names' as place
		from (select distinct on (shift_id) shift_id, state, changed_at from assignments
			where account_id = $1 and (taken_at is not null or state in ('taken', 'done', 'no-show'))
			order by shift_id, state in ('taken', 'done', 'no-show') desc, changed_at desc) a
		join shifts s on s.id = a.shift_id left join desks d on d.id = s.desk_id
		left join occurrences o on o.id = s.occurrence_id left join series e on e.id = o.series_id
		left join service_points p on p.id = o.place_id
		where s.ends_at > $2 order by s.starts_at, s.id`,
		[accountId, from],
	);
