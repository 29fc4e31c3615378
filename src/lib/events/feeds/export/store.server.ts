import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Counted } from './rows.ts';

/** What holds of each date that was closed, in numbers. */
export function countedBetween(
	db: Queryable,
	organisationId: string,
	{ from, to }: { from: Date; to: Date },
): Promise<Counted[]> {
	return db.query<Counted>(
		`select distinct on (h.occurrence_id) h.occurrence_id as "occurrenceId", h.method, h.basis, h.total, h.parts,
			h.helpers, h.unmet
		from headcounts h join occurrences o on o.id = h.occurrence_id join series s on s.id = o.series_id
		where s.organisation_id = $1 and o.ends_at > $2 and o.starts_at < $3
		order by h.occurrence_id, h.version desc`,
		[organisationId, from, to],
	);
}
