import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { ServicePoint } from '../servicePoint.ts';

/** A place with what only staff know of it. */
export type PlaceRow = {
	readonly card: ServicePoint;
	/** Who looks after it; null: the whole network. */
	readonly keptBy: string | null;
	readonly checkedBy: string | null;
	readonly revision: number;
};

const PLACE = 'card, kept_by as "keptBy", checked_by as "checkedBy", revision';

export const places = (db: Queryable) => ({
	all: () => db.query<PlaceRow>(`select ${PLACE} from service_points order by position, id`),

	byId: (id: string) => one(db, `select ${PLACE} from service_points where id = $1`, [id]),

	locked: (id: string) => one(db, `select ${PLACE} from service_points where id = $1 for update`, [id]),

	async ids(): Promise<string[]> {
		return (await db.query<{ id: string }>('select id from service_points')).map(({ id }) => id);
	},

	/** After all others. */
	async add({ card, keptBy, checkedBy }: PlaceRow): Promise<void> {
		await db.query(
			`insert into service_points (id, position, organisation_id, card, kept_by, checked_by)
			values ($1, (select coalesce(max(position), 0) + 1 from service_points), $2, $3, $4, $5)`,
			[card.id, card.organisationId ?? null, card, keptBy, checkedBy],
		);
	},

	/** What was edited has not the hash of the starter any more, so no newer starter writes over it. */
	async save({ card, checkedBy }: Pick<PlaceRow, 'card' | 'checkedBy'>): Promise<void> {
		await db.query(
			`update service_points set card = $2, organisation_id = $3, checked_by = $4, revision = revision + 1
			where id = $1`,
			[card.id, card, card.organisationId ?? null, checkedBy],
		);
	},
});

async function one(db: Queryable, text: string, values: readonly unknown[]): Promise<PlaceRow | null> {
	return (await db.query<PlaceRow>(text, values))[0] ?? null;
}
