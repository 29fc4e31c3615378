import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Author, Conversation, Hidden, Made, MessageKind } from './conversation.ts';

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

export type MessageRow = {
	seq: number;
	clientId: string;
	author: Author;
	accountId: string | null;
	signed: string | null;
	kind: MessageKind;
	sealed: Buffer | null;
	aboutSeq: number | null;
	hidden: Hidden[];
	sentAt: Date;
	language: string | null;
	made: Made | null;
};
const MESSAGE = `seq, client_id as "clientId", author, account_id as "accountId", signed, kind, sealed,
	about_seq as "aboutSeq", hidden, sent_at as "sentAt", language, made`;

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

	/**
	 * Locked in the order of their ids, so that two writers never wait for each other; each with the numbers of those
	 * client ids that it has already.
	 */
	lockAll: (ids: readonly string[], clientIds: readonly string[]) =>
		db.query<Conversation & { known: Record<string, number> | null }>(
			`select ${CONVERSATION}, (select json_object_agg(m.client_id, m.seq) from messages m
				where m.conversation_id = c.id and m.client_id = any($2)) as known
			from conversations c ${HELD} where c.id = any($1) order by c.id for update of c`,
			[ids, clientIds],
		),

	waiting: (organisationIds: readonly string[]) =>
		db.query<Conversation>(
			`select ${CONVERSATION} from conversations c ${HELD}
			where c.organisation_id = any($1) and c.waiting_since is not null and c.blocked_at is null
			order by c.waiting_since limit 200`,
			[organisationIds],
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

	ofCase: (caseId: string) =>
		db.query<{ id: string; expiresOn: string; deskId: string }>(
			`select id, expires_on as "expiresOn", desk_id as "deskId" from conversations where case_id = $1`,
			[caseId],
		),
});

export type NewMessage = MessageRow & { conversationId: string };

export const messages = (db: Queryable) => ({
	after: (conversationId: string, seq: number, limit: number) =>
		db.query<MessageRow>(
			`select ${MESSAGE} from messages where conversation_id = $1 and seq > $2 order by seq limit $3`,
			[conversationId, seq, limit],
		),

	/** The number of what was sent before with the same client id. */
	async seqOf(conversationId: string, clientId: string): Promise<number | null> {
		const text = 'select seq from messages where conversation_id = $1 and client_id = $2';
		return (await db.query<{ seq: number }>(text, [conversationId, clientId]))[0]?.seq ?? null;
	},

	lastTexts: (conversationId: string, author: Author, limit: number) =>
		db.query<MessageRow>(
			`select ${MESSAGE} from messages where conversation_id = $1 and author = $2 and kind in ('text', 'rendering')
			order by seq desc limit $3`,
			[conversationId, author, limit],
		),

	async hasAnswerOfAnother(conversationId: string, after: number, accountId: string): Promise<boolean> {
		const rows = await db.query(
			`select 1 from messages
			where conversation_id = $1 and seq > $2 and author = 'helper' and kind <> 'rendering' and account_id <> $3
			limit 1`,
			[conversationId, after, accountId],
		);
		return rows.length > 0;
	},

	/** Inserts all rows and moves each conversation's number to its last one, in one statement. */
	async addAll(rows: readonly NewMessage[]): Promise<void> {
		const column = <T>(pick: (row: NewMessage) => T): T[] => rows.map(pick);
		await db.query(
			`with added as (
				insert into messages (conversation_id, seq, client_id, author, account_id, signed, kind, sealed, about_seq,
					hidden, sent_at, language, made)
				select conversation_id, seq, client_id, author, account_id, signed, kind, sealed, about_seq,
					string_to_array(hidden, ','), sent_at, language, made
				from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::bytea[],
					$9::int[], $10::text[], $11::timestamptz[], $12::text[], $13::text[])
					as t (conversation_id, seq, client_id, author, account_id, signed, kind, sealed, about_seq, hidden, sent_at,
						language, made)
				returning conversation_id, seq)
			update conversations c set last_seq = newest.seq
			from (select conversation_id, max(seq) as seq from added group by conversation_id) newest
			where c.id = newest.conversation_id`,
			[
				column((row) => row.conversationId),
				column((row) => row.seq),
				column((row) => row.clientId),
				column((row) => row.author),
				column((row) => row.accountId),
				column((row) => row.signed),
				column((row) => row.kind),
				column((row) => row.sealed),
				column((row) => row.aboutSeq),
				column((row) => row.hidden.join(',')),
				column((row) => row.sentAt),
				column((row) => row.language),
				column((row) => row.made),
			],
		);
	},

	async reseal(conversationId: string, seq: number, sealed: Buffer): Promise<void> {
		await db.query('update messages set sealed = $3 where conversation_id = $1 and seq = $2', [
			conversationId,
			seq,
			sealed,
		]);
	},
});

export const claims = (db: Queryable) => ({
	/** False when somebody else was first. */
	async record(claim: { id: string; conversationId: string; accountId: string; waitingSince: Date; at: Date }) {
		const rows = await db.query(
			`insert into claims (id, conversation_id, account_id, waiting_since, claimed_at) values ($1, $2, $3, $4, $5)
			on conflict (conversation_id) where released_at is null do nothing returning id`,
			[claim.id, claim.conversationId, claim.accountId, claim.waitingSince, claim.at],
		);
		return rows.length > 0;
	},

	/** Ends the claim that holds; gives since when she had waited before it. */
	async release(conversationId: string, at: Date): Promise<{ waitingSince: Date; claimedAt: Date } | null> {
		const rows = await db.query<{ waitingSince: Date; claimedAt: Date }>(
			`update claims set released_at = $2 where conversation_id = $1 and released_at is null
			returning waiting_since as "waitingSince", claimed_at as "claimedAt"`,
			[conversationId, at],
		);
		return rows[0] ?? null;
	},

	async current(conversationId: string): Promise<{ accountId: string; claimedAt: Date } | null> {
		const rows = await db.query<{ accountId: string; claimedAt: Date }>(
			`select account_id as "accountId", claimed_at as "claimedAt" from claims
			where conversation_id = $1 and released_at is null`,
			[conversationId],
		);
		return rows[0] ?? null;
	},
});

/** What is no id at all is not there; the database would call it malformed. */
const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

async function one(db: Queryable, text: string, values: readonly unknown[]): Promise<Conversation | null> {
	return (await db.query<Conversation>(text, values))[0] ?? null;
}
