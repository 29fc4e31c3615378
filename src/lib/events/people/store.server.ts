import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { About, Notice, Told } from '../notices/notice.ts';
import type { ToldRow } from './person.ts';

/** Word that a helper brings by telephone. */
export type CallRow = Notice & { readonly occurrenceId: string };

/** Under which the tries of the call list of a date are kept: it is no word that waits by itself. */
const CALL_LIST = 'call-list';

const CALL = `n.id, n.registration_id as "registrationId", r.occurrence_id as "occurrenceId", n.kind, n.about, n.key, n.was,
	n.tries, n.made_at as "madeAt"`;

/** What a call came to: `told` is what she knows after it. */
type End = {
	readonly state: 'called' | 'failed';
	readonly told: Told | null;
	readonly accountId: string;
	readonly at: Date;
};

export const people = (db: Queryable) => ({
	async set(id: string, presence: 'came' | 'absent' | null, at: Date): Promise<void> {
		await db.query('update registrations set presence = $2, changed_at = $3 where id = $1', [id, presence, at]);
	},

	/** In which she is told. */
	async setLanguage(id: string, language: string): Promise<void> {
		await db.query('update registrations set language = $2 where id = $1', [id, language]);
	},
});

export const calls = (db: Queryable) => ({
	/** Those that are due at the organisations, the nearest date first. */
	due: (organisationIds: readonly string[], at: Date) =>
		db.query<CallRow>(
			`select ${CALL} from event_notices n join registrations r on r.id = n.registration_id
			join occurrences o on o.id = r.occurrence_id join series s on s.id = o.series_id
			where n.kind = 'call' and n.state = 'waiting' and n.key <> $3 and n.due_at <= $2
				and s.organisation_id = any($1)
			order by o.starts_at, o.id, n.due_at, n.id`,
			[organisationIds, at, CALL_LIST],
		),

	/** Null when it does not wait any more. */
	async locked(id: string): Promise<CallRow | null> {
		const rows = await db.query<CallRow>(
			`select ${CALL} from event_notices n join registrations r on r.id = n.registration_id
			where n.id = $1 and n.kind = 'call' and n.state = 'waiting' for update of n`,
			[id],
		);
		return rows[0] ?? null;
	},

	async byId(id: string): Promise<CallRow | null> {
		const rows = await db.query<CallRow>(
			`select ${CALL} from event_notices n join registrations r on r.id = n.registration_id
			where n.id = $1 and n.kind = 'call'`,
			[id],
		);
		return rows[0] ?? null;
	},

	/** Word of these kinds that waits to be brought to somebody. */
	async waitingFor(registrationId: string, abouts: readonly About[]): Promise<string[]> {
		const rows = await db.query<{ id: string }>(
			`select id from event_notices where registration_id = $1 and about = any($2) and kind = 'call'
				and state = 'waiting' for update`,
			[registrationId, abouts],
		);
		return rows.map(({ id }) => id);
	},

	async settle(id: string, { state, told, accountId, at }: End): Promise<void> {
		await db.query(
			`update event_notices set state = $2, told = $3, account_id = $4, settled_at = $5,
				reason = case when $2 = 'failed' then 'not-reached' end
			where id = $1`,
			[id, state, told, accountId, at],
		);
	},

	async addTry(id: string): Promise<void> {
		await db.query('update event_notices set tries = tries + 1 where id = $1', [id]);
	},

	/** How often those in the line of a date were called in vain. */
	async triesInLine(occurrenceId: string): Promise<ReadonlyMap<string, number>> {
		const rows = await db.query<{ id: string; tries: number }>(
			`select n.registration_id as id, n.tries from event_notices n join registrations r on r.id = n.registration_id
			where r.occurrence_id = $1 and n.key = $2`,
			[occurrenceId, CALL_LIST],
		);
		return new Map(rows.map(({ id, tries }) => [id, tries]));
	},

	/** A call of the call list. It is no word that waits: whoever is in the line stands on the list by herself. */
	async noteInLine(row: { id: string; registrationId: string; accountId: string; at: Date }, isTry: boolean) {
		await db.query(
			`insert into event_notices (id, registration_id, kind, about, key, state, due_at, tries, made_at, settled_at,
				account_id)
			values ($1, $2, 'call', 'offered', $3, 'called', $4, $5, $4, $4, $6)
			on conflict (registration_id, key) do update set account_id = excluded.account_id,
				tries = event_notices.tries + excluded.tries, settled_at = excluded.settled_at`,
			[row.id, row.registrationId, CALL_LIST, row.at, isTry ? 1 : 0, row.accountId],
		);
	},

	/** All that was told to somebody or waits to be, the newest first. */
	toldTo: (registrationId: string) =>
		db.query<ToldRow>(
			`select about, kind, state, tries, coalesce(settled_at, due_at) as at from event_notices
			where registration_id = $1 order by made_at desc, id desc`,
			[registrationId],
		),
});
