import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';

/** A ready sentence that helpers added. */
export type PhraseRow = {
	readonly id: string;
	/** Whose desks have it at hand; null: all. */
	readonly organisationId: string | null;
	readonly topic: string | null;
	readonly texts: Texts;
	readonly proposedBy: string;
	readonly agreedBy: string | null;
};
export type NewPhrase = Omit<PhraseRow, 'agreedBy'> & { readonly clientId: string };

const PHRASE = `id, organisation_id as "organisationId", topic, texts, proposed_by as "proposedBy", agreed_by as "agreedBy"`;

export const phrases = (db: Queryable) => ({
	/** Sent again it is the same phrase. */
	async add(row: NewPhrase): Promise<void> {
		await db.query(
			`insert into phrases (id, client_id, organisation_id, topic, texts, proposed_by, proposed_at)
			values ($1, $2, $3, $4, $5, $6, $7) on conflict (client_id) do nothing`,
			[row.id, row.clientId, row.organisationId, row.topic, row.texts, row.proposedBy, now()],
		);
	},

	/** Null for those of other organisations: out of reach looks like not there. */
	async locked(id: string, organisationIds: readonly string[]): Promise<PhraseRow | null> {
		const rows = await db.query<PhraseRow>(
			`select ${PHRASE} from phrases where id = $1 and (organisation_id is null or organisation_id = any($2)) for update`,
			[id, organisationIds],
		);
		return rows[0] ?? null;
	},

	/** Those of the network and of the organisations, the oldest first. */
	within: (organisationIds: readonly string[]) =>
		db.query<PhraseRow>(
			`select ${PHRASE} from phrases where organisation_id is null or organisation_id = any($1) order by id`,
			[organisationIds],
		),

	async agree(id: string, by: string): Promise<void> {
		await db.query('update phrases set agreed_by = $2, agreed_at = $3 where id = $1', [id, by, now()]);
	},

	async remove(id: string): Promise<void> {
		await db.query('delete from phrases where id = $1', [id]);
	},
});
