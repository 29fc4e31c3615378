import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';

export type ShiftFacts = {
	readonly id: string;
	/** Of the event or the desk. */
	readonly names: Texts;
	readonly place: Texts | null;
};

export const rotaFacts = (db: Queryable) => ({
	ofShifts: (ids: readonly string[]) =>
		db.query<ShiftFacts>(
			`select s.id, coalesce(o.names, e.names, d.names, '{}') as names, p.card->'names' as place
			from shifts s left join desks d on d.id = s.desk_id left join occurrences o on o.id = s.occurrence_id
			left join series e on e.id = o.series_id left join service_points p on p.id = o.place_id
			where s.id = any($1)`,
			[ids],
		),

	/** When the last shift began that was somebody's: also one to come. */
	async lastShifts(accountIds: readonly string[]): Promise<Map<string, Date>> {
		const rows = await db.query<{ id: string; last: Date }>(
			`select a.account_id as id, max(s.starts_at) as last from assignments a join shifts s on s.id = a.shift_id
			where a.account_id = any($1) and a.state in ('taken', 'done') group by 1`,
			[accountIds],
		);
		return new Map(rows.map(({ id, last }) => [id, last]));
	},
});
