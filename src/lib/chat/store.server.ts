import type { Queryable } from '#lib/platform/db/database.server.ts';
import { isId } from '#lib/platform/id.ts';
import type { Conversation } from './conversation.ts';

const CONVERSATION = `c.id, c.case_id as "caseId", c.desk_id as "deskId", c.organisation_id as "organisationId", c.kind,
	c.language, c.page, c.opened_at as "openedAt", c.waiting_since as "waitingSince", c.ended_at as "endedAt",
	c.ended_by as "endedBy", c.due_on as "dueOn", c.expires_on as "expiresOn", c.last_seq as "lastSeq",
	c.visitor_read as "visitorRead", c.helper_read as "helperRead", c.blocked_at as "blockedAt", c.rated,
	k.account_id as holder`;
const HELD = 'left join claims k on k.conversation_id = c.id and k.released_at is null';

export type NewConversation = Pick<
	Conversation,
	'id' | 'caseId' | 'deskId' | 'organisationId' | 'kind' | 'language' | 'page' | 'openedAt' | 'dueOn' | 'expiresOn'
> & { startKey: string };

export const conversations = (db: Queryable) => ({
	async add(row: NewConversation): Promise<void> {
		await db.query(
			`insert into conversations (id, case_id, desk_id, organisation_id, start_key, kind, language, page, opened_at,
				waiting_since, due_on, expires_on)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11)`,
			[
				...[row.id, row.caseId, row.deskId, row.organisationId, row.startKey, row.kind, row.language, row.page],
				...[row.openedAt, row.dueOn, row.expiresOn],
			],
		);
	},

	byId: (id: string) => one(db, `select ${CONVERSATION} from conversations c ${HELD} where c.id = $1`, [id]),

	/** Null for those outside the organisations of the one who asks: out of reach looks like not there. */
	async reachable(id: string, organisationIds: readonly string[]): Promise<Conversation | null> {
		if (!isId(id)) return null;
		const text = `select ${CONVERSATION} from conversations c ${HELD} where c.id = $1 and c.organisation_id = any($2)`;
		return one(db, text, [id, organisationIds]);
	},

	/** Locked first and read afterwards: who held it before the lock was waited for may not hold it any more. */
	async reachableLocked(id: string, organisationIds: readonly string[]): Promise<Conversation | null> {
		await db.query('select 1 from conversations where id = $1 for update', [id]);
		const text = `select ${CONVERSATION} from conversations c ${HELD} where c.id = $1 and c.organisation_id = any($2)`;
		return one(db, text, [id, organisationIds]);
	},

	/** Whatever organisation it belongs to: for work that the house does by itself. */
	async locked(id: string): Promise<Conversation | null> {
		await db.query('select 1 from conversations where id = $1 for update', [id]);
		return one(db, `select ${CONVERSATION} from conversations c ${HELD} where c.id = $1`, [id]);
	},

	/** A case has at most one open conversation; an ended one is found while nothing newer was begun. */
	latestOfCase: (caseId: string) =>
		one(
			db,
			`select ${CONVERSATION} from conversations c ${HELD} where c.case_id = $1 order by c.opened_at desc limit 1`,
			[caseId],
		),

	byStartKey: (startKey: string) =>
		one(db, `select ${CONVERSATION} from conversations c ${HELD} where c.start_key = $1`, [startKey]),

	/** Locked in the order of their ids, so that two writers never wait for each other. */
	lockAll: (ids: readonly string[]) =>
		db.query<Conversation>(
			`select ${CONVERSATION} from conversations c ${HELD} where c.id = any($1) order by c.id for update of c`,
			[ids],
		),

	waiting: (organisationIds: readonly string[]) =>
		db.query<Conversation>(
			`select ${CONVERSATION} from conversations c ${HELD}
			where c.organisation_id = any($1) and c.waiting_since is not null and c.blocked_at is null
			order by c.waiting_since limit 200`,
			[organisationIds],
		),

	/** How many wait at the desks of an organisation, by kind, and since when the first of them. */
	standing: (organisationId: string) =>
		db.query<{ kind: Conversation['kind']; waiting: number; since: Date }>(
			`select kind, count(*)::int as waiting, min(waiting_since) as since from conversations
			where organisation_id = $1 and waiting_since is not null and blocked_at is null group by kind order by kind`,
			[organisationId],
		),

	waitingAmong: (ids: readonly string[]) =>
		db.query<Conversation>(
			`select ${CONVERSATION} from conversations c ${HELD}
			where c.id = any($1) and c.waiting_since is not null order by c.waiting_since, c.id for update of c`,
			[ids],
		),

	heldBy: (accountId: string) =>
		db.query<Conversation>(
			`select ${CONVERSATION} from claims k join conversations c on c.id = k.conversation_id
			where k.account_id = $1 and k.released_at is null order by k.claimed_at`,
			[accountId],
		),

	heldByOthers: (accountId: string, organisationIds: readonly string[]) =>
		db.query<Conversation>(
			`select ${CONVERSATION} from claims k join conversations c on c.id = k.conversation_id
			where k.account_id <> $1 and k.released_at is null and c.organisation_id = any($2) order by k.claimed_at`,
			[accountId, organisationIds],
		),

	/** Ids of those who wait at a desk, first come first. */
	async queueOf(deskId: string): Promise<string[]> {
		const rows = await db.query<{ id: string }>(
			`select id from conversations where desk_id = $1 and waiting_since is not null and blocked_at is null
			order by waiting_since limit 500`,
			[deskId],
		);
		return rows.map((row) => row.id);
	},

	/** Minutes that people waited for their first helper lately. */
	async recentWaits(deskId: string, since: Date): Promise<number[]> {
		const rows = await db.query<{ minutes: number }>(
			`select extract(epoch from min(k.claimed_at) - min(k.waiting_since))::float8 / 60 as minutes
			from claims k join conversations c on c.id = k.conversation_id
			where c.desk_id = $1 and k.claimed_at > $2
			group by k.conversation_id order by min(k.claimed_at) desc limit 50`,
			[deskId, since],
		);
		return rows.map((row) => row.minutes);
	},

	async setState(id: string, state: { waitingSince: Date | null; endedAt: Date | null; endedBy: string | null }) {
		await db.query('update conversations set waiting_since = $2, ended_at = $3, ended_by = $4 where id = $1', [
			id,
			state.waitingSince,
			state.endedAt,
			state.endedBy,
		]);
	},

	moveTo: (id: string, desk: { id: string; organisationId: string }) =>
		db.query('update conversations set desk_id = $2, organisation_id = $3 where id = $1', [
			id,
			desk.id,
			desk.organisationId,
		]),

	async block(id: string, at: Date): Promise<void> {
		await db.query(
			`update conversations set blocked_at = $2, waiting_since = null, ended_at = $2, ended_by = 'helper' where id = $1`,
			[id, at],
		);
	},

	async noteRead(id: string, reader: 'visitor' | 'helper', seq: number): Promise<boolean> {
		const column = reader === 'visitor' ? 'visitor_read' : 'helper_read';
		const rows = await db.query(
			`update conversations set ${column} = least($2, last_seq) where id = $1 and ${column} < least($2, last_seq)
			returning id`,
			[id, seq],
		);
		return rows.length > 0;
	},

	setExpiry: (id: string, day: string) => db.query('update conversations set expires_on = $2 where id = $1', [id, day]),

	expiredBefore: (day: string, limit: number) =>
		db.query<{ id: string; caseId: string; expiresOn: string }>(
			`select id, case_id as "caseId", expires_on as "expiresOn" from conversations where expires_on < $1 limit $2`,
			[day, limit],
		),

	async remove(ids: readonly string[]): Promise<void> {
		await db.query('delete from conversations where id = any($1)', [ids]);
	},

	ofCase: (caseId: string) =>
		db.query<{ id: string; expiresOn: string; deskId: string }>(
			`select id, expires_on as "expiresOn", desk_id as "deskId" from conversations where case_id = $1`,
			[caseId],
		),
});

/** What is no id at all is not there; the database would call it malformed. */
async function one(db: Queryable, text: string, values: readonly unknown[]): Promise<Conversation | null> {
	return (await db.query<Conversation>(text, values))[0] ?? null;
}
