import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { DeskRow } from '#lib/network/index.server.ts';

export type CaseRow = {
	id: string;
	deskId: string;
	organisationId: string;
	language: string;
	/** The last day on which anything of it is kept. */
	expiresOn: string;
	/** The day under which its entries lie; null while it has none. */
	wordsUntil: string | null;
	lastNumber: number;
	/** Since when somebody who wrote waits for an answer. */
	waitingSince: Date | null;
	/** Who has it in hand. */
	holder: string | null;
	/** Its code was made by a helper for a paper, and has not been used yet. */
	codeHandedOut: boolean;
};
const CASE = `c.id, c.desk_id as "deskId", c.organisation_id as "organisationId", c.language, c.expires_on as "expiresOn",
	c.words_until as "wordsUntil", c.last_number as "lastNumber", c.waiting_since as "waitingSince", c.holder,
	coalesce((select handed_out from return_codes where case_id = c.id), false) as "codeHandedOut"`;
/** How many cases of a desk are kept until this day. */
export type CaseDay = { readonly deskId: string; readonly day: string; readonly cases: number };
export type NewCase = Pick<CaseRow, 'id' | 'deskId' | 'organisationId' | 'language' | 'expiresOn'>;

export const cases = (db: Queryable) => ({
	async add(row: NewCase, at: Date): Promise<void> {
		await db.query(
			`insert into cases (id, desk_id, organisation_id, language, expires_on, opened_at) values ($1, $2, $3, $4, $5, $6)`,
			[row.id, row.deskId, row.organisationId, row.language, row.expiresOn, at],
		);
	},

	byId: (id: string) => one(db, `select ${CASE} from cases c where c.id = $1`, [id]),

	/** Null for those outside the organisations of the one who asks: out of reach looks like not there. */
	reachable: (id: string, organisationIds: readonly string[]) =>
		one(db, `select ${CASE} from cases c where c.id = $1 and c.organisation_id = any($2)`, [id, organisationIds]),

	/** Locked first and read afterwards, so that nothing is read that whoever was waited for has changed. */
	async locked(id: string): Promise<CaseRow | null> {
		await db.query('select 1 from cases where id = $1 for update', [id]);
		return this.byId(id);
	},

	/** Nothing is kept shorter by it. */
	async keepUntil(id: string, day: string): Promise<void> {
		await db.query('update cases set expires_on = $2 where id = $1 and expires_on < $2', [id, day]);
	},

	async setWordsUntil(id: string, day: string): Promise<void> {
		await db.query('update cases set words_until = $2, expires_on = greatest(expires_on, $2::date) where id = $1', [
			id,
			day,
		]);
	},

	/** Somebody wrote; from the first time that nobody has answered yet. */
	async startWaiting(id: string, since: Date): Promise<void> {
		await db.query('update cases set waiting_since = coalesce(waiting_since, $2) where id = $1', [id, since]);
	},

	expiredBefore: (day: string, limit: number) =>
		db.query<{ id: string; wordsUntil: string | null }>(
			'select id, words_until as "wordsUntil" from cases where expires_on < $1 limit $2',
			[day, limit],
		),

	/** Of these organisations; null: of all. */
	countByDay: (organisationIds: readonly string[] | null) =>
		db.query<CaseDay>(
			`select desk_id as "deskId", expires_on as day, count(*)::int as cases from cases
			where $1::text[] is null or organisation_id = any($1) group by desk_id, expires_on`,
			[organisationIds],
		),

	withWords: (ids: readonly string[]) =>
		db.query<{ id: string; wordsUntil: string }>(
			'select id, words_until as "wordsUntil" from cases where id = any($1) and words_until is not null',
			[ids],
		),

	/** A case has one code: a new one puts the old one out of use. */
	async setCode(caseId: string, code: { hash: Buffer; handedOut: boolean }, at: Date): Promise<void> {
		await db.query(
			`insert into return_codes (code_hash, case_id, made_at, handed_out) values ($1, $2, $3, $4)
			on conflict (case_id) do update set code_hash = excluded.code_hash, made_at = excluded.made_at,
				handed_out = excluded.handed_out`,
			[code.hash, caseId, at, code.handedOut],
		);
	},

	async byCode(codeHash: Buffer): Promise<CaseRow | null> {
		const rows = await db.query<CaseRow>(
			`select ${CASE} from return_codes r join cases c on c.id = r.case_id where r.code_hash = $1`,
			[codeHash],
		);
		return rows[0] ?? null;
	},

	async addSession(tokenHash: Buffer, caseId: string, at: Date): Promise<void> {
		await db.query('insert into visitor_sessions (token_hash, case_id, began_at) values ($1, $2, $3)', [
			tokenHash,
			caseId,
			at,
		]);
	},

	/** Those of other browsers; all of them when no token is kept. */
	async removeOtherSessions(caseId: string, kept: Buffer | null): Promise<void> {
		await db.query('delete from visitor_sessions where case_id = $1 and token_hash is distinct from $2', [
			caseId,
			kept,
		]);
	},

	async bySession(tokenHash: Buffer): Promise<CaseRow | null> {
		const rows = await db.query<CaseRow>(
			`select ${CASE} from visitor_sessions s join cases c on c.id = s.case_id where s.token_hash = $1`,
			[tokenHash],
		);
		return rows[0] ?? null;
	},

	async moveTo(id: string, desk: DeskRow): Promise<void> {
		await db.query('update cases set desk_id = $2, organisation_id = $3 where id = $1', [
			id,
			desk.id,
			desk.organisationId,
		]);
	},

	async remove(ids: readonly string[]): Promise<void> {
		await db.query('delete from cases where id = any($1)', [ids]);
	},
});

async function one(db: Queryable, text: string, values: readonly unknown[]): Promise<CaseRow | null> {
	return (await db.query<CaseRow>(text, values))[0] ?? null;
}
