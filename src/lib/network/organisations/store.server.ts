import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Organisation } from '../organisation.ts';

/** An organisation with what only staff know of it. */
export type OrganisationRow = Required<Organisation> & {
	/** Who wrote it down; null: the starter, or whoever set up the installation. */
	readonly keptBy: string | null;
	/** Somebody works there who signs in: then it looks after itself. */
	readonly isRun: boolean;
	readonly revision: number;
};

const ORGANISATION = `o.id, o.kind, o.names, o.is_demonstration as "isDemonstration", o.parent_id as "parentId",
	o.languages, o.website, o.kept_by as "keptBy", o.revision,
	exists (select 1 from memberships m where m.organisation_id = o.id) as "isRun"`;

export const organisations = (db: Queryable) => ({
	all: () => db.query<OrganisationRow>(`select ${ORGANISATION} from organisations o order by o.id`),

	byId: (id: string) => one(db, `select ${ORGANISATION} from organisations o where o.id = $1`, [id]),

	locked: (id: string) => one(db, `select ${ORGANISATION} from organisations o where o.id = $1 for update`, [id]),

	async add(row: Required<Organisation> & { readonly keptBy: string }): Promise<void> {
		await db.query(
			`insert into organisations (id, kind, names, is_demonstration, parent_id, languages, website, kept_by)
			values ($1, $2, $3, $4, $5, $6, $7, $8)`,
			[...[row.id, row.kind, row.names, row.isDemonstration, row.parentId, row.languages, row.website], row.keptBy],
		);
	},

	async save(row: Omit<Required<Organisation>, 'isDemonstration'>): Promise<void> {
		await db.query(
			`update organisations set kind = $2, names = $3, parent_id = $4, languages = $5, website = $6,
				revision = revision + 1
			where id = $1`,
			[row.id, row.kind, row.names, row.parentId, row.languages, row.website],
		);
	},
});

async function one(db: Queryable, text: string, values: readonly unknown[]): Promise<OrganisationRow | null> {
	return (await db.query<OrganisationRow>(text, values))[0] ?? null;
}
