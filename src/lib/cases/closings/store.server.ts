import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Channel } from '../codes.ts';

export type ClosingRow = {
	id: string;
	contactId: string;
	deskId: string;
	organisationId: string;
	channel: Channel;
	language: string;
	closedOn: string;
	closedBy: string;
	factId: string | null;
	clientId: string | null;
	placeId: string | null;
};

const CLOSING = `id, contact_id as "contactId", desk_id as "deskId", organisation_id as "organisationId", channel, language,
	closed_on as "closedOn", closed_by as "closedBy", fact_id as "factId", client_id as "clientId", place_id as "placeId"`;

export const closings = (db: Queryable) => ({
	async add(row: ClosingRow): Promise<void> {
		await db.query(
			`insert into closings (id, contact_id, desk_id, organisation_id, channel, language, closed_on, closed_by, fact_id,
				client_id, place_id)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
			[
				...[row.id, row.contactId, row.deskId, row.organisationId, row.channel, row.language],
				...[row.closedOn, row.closedBy, row.factId, row.clientId, row.placeId],
			],
		);
	},

	/** Whoever sends the same contact at the same time waits until this transaction is over. */
	async lockClient(clientId: string): Promise<void> {
		await db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [clientId]);
	},

	async ofClient(clientId: string): Promise<ClosingRow | null> {
		return (await db.query<ClosingRow>(`select ${CLOSING} from closings where client_id = $1`, [clientId]))[0] ?? null;
	},

	/** The closing that holds today, locked, if it belongs to one of the organisations. */
	async current(id: string, organisationIds: readonly string[]): Promise<ClosingRow | null> {
		const rows = await db.query<ClosingRow>(
			`select ${CLOSING} from closings
			where id = $1 and organisation_id = any($2) and corrected_by is null for update`,
			[id, organisationIds],
		);
		return rows[0] ?? null;
	},

	recent: (organisationIds: readonly string[], limit: number) =>
		db.query<ClosingRow>(
			`select ${CLOSING} from closings
			where organisation_id = any($1) and corrected_by is null order by id desc limit $2`,
			[organisationIds, limit],
		),

	async markCorrected(id: string, by: string): Promise<void> {
		await db.query('update closings set corrected_by = $2 where id = $1', [id, by]);
	},
});
