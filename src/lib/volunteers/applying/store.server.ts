import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Application, ApplicationState } from './application.ts';
import type { Hashes } from './ways.server.ts';

const APPLICATION = `select id, client_id as "clientId", organisation_id as "organisationId", language, languages, works,
	state, answer, holder, account_id as "accountId", sealed, kept_until as "keptUntil", made_at as "madeAt"
	from applications`;

/** What becomes of it; with a state in which nothing is open any more its words go. */
export type Step = Pick<Application, 'state' | 'answer' | 'holder' | 'accountId' | 'sealed'>;

export const applications = (db: Queryable) => ({
	async add(row: Application, { codeHash, linkHash }: Hashes): Promise<void> {
		await db.query(
			`insert into applications (id, client_id, organisation_id, language, languages, works, state, code_hash, link_hash,
				sealed, kept_until, made_at, changed_at)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)`,
			[
				...[row.id, row.clientId, row.organisationId, row.language, row.languages, row.works, row.state],
				...[codeHash, linkHash, row.sealed, row.keptUntil, row.madeAt],
			],
		);
	},

	byClientId: (clientId: string) => first(db, 'client_id = $1', clientId),
	byCode: (hash: Buffer) => first(db, 'code_hash = $1', hash),
	byLink: (hash: Buffer) => first(db, 'link_hash = $1', hash),
	byId: (id: string) => first(db, 'id = $1', id),
	locked: (id: string) => first(db, 'id = $1 for update', id),

	within: (organisationIds: readonly string[]) =>
		db.query<Application>(`${APPLICATION} where organisation_id = any($1) order by made_at desc, id`, [
			organisationIds,
		]),

	async set(id: string, step: Step): Promise<void> {
		await db.query(
			`update applications set state = $2, answer = $3, holder = $4, account_id = $5, sealed = $6, changed_at = $7
			where id = $1`,
			[id, step.state, step.answer, step.holder, step.accountId, step.sealed, now()],
		);
	},

	/** So many wait for a first look. */
	async count(organisationIds: readonly string[], state: ApplicationState): Promise<number> {
		const rows = await db.query<{ count: number }>(
			'select count(*) as count from applications where organisation_id = any($1) and state = $2',
			[organisationIds, state],
		);
		return rows[0]?.count ?? 0;
	},

	/** Of rows whose last day is before; `most` at once. */
	async removeBefore(day: string, most: number): Promise<number> {
		const rows = await db.query(
			`delete from applications where id in (select id from applications where kept_until < $1 limit $2) returning id`,
			[day, most],
		);
		return rows.length;
	},
});

async function first(db: Queryable, where: string, value: unknown): Promise<Application | null> {
	return (await db.query<Application>(`${APPLICATION} where ${where}`, [value]))[0] ?? null;
}
