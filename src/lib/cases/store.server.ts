import type { Texts } from '#lib/platform/i18n/say.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Channel } from './codes.ts';
import type { Exception, WeeklySpell } from './hours.ts';

export type DeskRow = {
	id: string;
	organisationId: string;
	names: Texts;
	zone: string;
	projectId: string | null;
	planLine: string | null;
};

const DESK = `id, organisation_id as "organisationId", names, zone, project_id as "projectId", plan_line as "planLine"`;

export const desks = (db: Queryable) => ({
	within: (organisationIds: readonly string[]) =>
		db.query<DeskRow>(`select ${DESK} from desks where organisation_id = any($1) order by id`, [organisationIds]),

	outside: (organisationIds: readonly string[]) =>
		db.query<DeskRow>(`select ${DESK} from desks where organisation_id <> all($1) order by id`, [organisationIds]),

	async byId(id: string): Promise<DeskRow | null> {
		return (await db.query<DeskRow>(`select ${DESK} from desks where id = $1`, [id]))[0] ?? null;
	},

	/** The desk to which the chat of the public site leads; null before one was made. */
	async ofSite(): Promise<DeskRow | null> {
		return (await db.query<DeskRow>(`select ${DESK} from desks where answers_site`))[0] ?? null;
	},

	/** The first desk that is made answers the site. */
	async save(desk: DeskRow): Promise<void> {
		await db.query(
			`insert into desks (id, organisation_id, names, zone, project_id, plan_line, answers_site)
			values ($1, $2, $3, $4, $5, $6, not exists (select 1 from desks where answers_site))
			on conflict (id) do update set project_id = excluded.project_id, plan_line = excluded.plan_line`,
			[desk.id, desk.organisationId, desk.names, desk.zone, desk.projectId, desk.planLine],
		);
	},

	weekly: (id: string) =>
		db.query<WeeklySpell>(
			`select weekday, to_char(opens, 'HH24:MI') as opens, to_char(closes, 'HH24:MI') as closes
			from desk_hours where desk_id = $1 order by weekday, opens`,
			[id],
		),

	exceptions: (id: string, from: string) =>
		db.query<Exception>(
			`select day, to_char(opens, 'HH24:MI') as opens, to_char(closes, 'HH24:MI') as closes
			from desk_exceptions where desk_id = $1 and day >= $2 order by day, opens`,
			[id, from],
		),

	async addWeekly(id: string, spell: WeeklySpell): Promise<void> {
		await db.query(
			`insert into desk_hours (desk_id, weekday, opens, closes) values ($1, $2, $3, $4) on conflict do nothing`,
			[id, spell.weekday, spell.opens, spell.closes],
		);
	},

	async removeWeekly(id: string, weekday: number, opens: string): Promise<void> {
		await db.query('delete from desk_hours where desk_id = $1 and weekday = $2 and opens = $3', [id, weekday, opens]);
	},

	async addException(id: string, exception: Exception): Promise<void> {
		await db.query(
			`insert into desk_exceptions (desk_id, day, opens, closes) values ($1, $2, $3, $4)
			on conflict (desk_id, day, opens) do update set closes = excluded.closes`,
			[id, exception.day, exception.opens, exception.closes],
		);
	},

	async clearDay(id: string, day: string): Promise<void> {
		await db.query('delete from desk_exceptions where desk_id = $1 and day = $2', [id, day]);
	},

	async notePresence(id: string, accountId: string, at: Date): Promise<void> {
		await db.query(
			`insert into desk_presences (desk_id, account_id, seen_at) values ($1, $2, $3)
			on conflict (desk_id, account_id) do update set seen_at = excluded.seen_at`,
			[id, accountId, at],
		);
	},

	/** When each of them was last seen, at whichever desk. */
	lastSeen: (accountIds: readonly string[]) =>
		db.query<{ accountId: string; seenAt: Date }>(
			`select account_id as "accountId", max(seen_at) as "seenAt" from desk_presences
			where account_id = any($1) group by account_id`,
			[accountIds],
		),

	async removePresencesBefore(moment: Date): Promise<void> {
		await db.query('delete from desk_presences where seen_at < $1', [moment]);
	},

	async presentSince(id: string, moment: Date): Promise<number> {
		const rows = await db.query<{ present: number }>(
			'select count(*) as present from desk_presences where desk_id = $1 and seen_at > $2',
			[id, moment],
		);
		return rows[0]?.present ?? 0;
	},
});

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
