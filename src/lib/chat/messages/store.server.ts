import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Author, Hidden, Made, MessageKind } from '../conversation.ts';

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

	/**
	 * The same for many; asked by whoever has locked the conversations, in a statement behind the lock. One look at the
	 * index for each: with two lists it looks for each of one beside each of the other.
	 */
	seqsOf: (sent: readonly { conversationId: string; clientId: string }[]) =>
		db.query<{ conversationId: string; clientId: string; seq: number }>(
			`select conversation_id as "conversationId", client_id as "clientId", seq
			from unnest($1::uuid[], $2::text[]) as sent (conversation_id, client_id)
			cross join lateral (select seq from messages m
				where m.conversation_id = sent.conversation_id and m.client_id = sent.client_id limit 1) stored`,
			[sent.map(({ conversationId }) => conversationId), sent.map(({ clientId }) => clientId)],
		),

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
	addAll(rows: readonly NewMessage[]): Promise<unknown> {
		const column = <T>(pick: (row: NewMessage) => T): T[] => rows.map(pick);
		return db.query(
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
