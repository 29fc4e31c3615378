import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { NoteKind } from './note.ts';

export type NoteRow = {
	number: number;
	clientId: string;
	accountId: string;
	signed: string;
	kind: NoteKind;
	aboutNumber: number | null;
	sealed: Buffer;
	writtenAt: Date;
};
const NOTE = `number, client_id as "clientId", account_id as "accountId", signed, kind, about_number as "aboutNumber",
	sealed, written_at as "writtenAt"`;

/** Whoever writes holds the lock of the conversation, so numbers are gapless. */
export const notes = (db: Queryable) => ({
	of: (conversationId: string) =>
		db.query<NoteRow>(`select ${NOTE} from notes where conversation_id = $1 order by number`, [conversationId]),

	async byNumber(conversationId: string, number: number): Promise<NoteRow | null> {
		const text = `select ${NOTE} from notes where conversation_id = $1 and number = $2`;
		return (await db.query<NoteRow>(text, [conversationId, number]))[0] ?? null;
	},

	async lastNumber(conversationId: string): Promise<number> {
		const text = 'select max(number) as number from notes where conversation_id = $1';
		return (await db.query<{ number: number | null }>(text, [conversationId]))[0]?.number ?? 0;
	},

	/** The number of a note that was sent before with the same client id. */
	async known(conversationId: string, clientId: string): Promise<number | null> {
		const text = 'select number from notes where conversation_id = $1 and client_id = $2';
		return (await db.query<{ number: number }>(text, [conversationId, clientId]))[0]?.number ?? null;
	},

	async add(conversationId: string, row: NoteRow): Promise<void> {
		await db.query(
			`insert into notes (conversation_id, number, client_id, account_id, signed, kind, about_number, sealed, written_at)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
			[
				...[conversationId, row.number, row.clientId, row.accountId, row.signed, row.kind],
				...[row.aboutNumber, row.sealed, row.writtenAt],
			],
		);
	},

	reseal: (conversationId: string, number: number, sealed: Buffer) =>
		db.query('update notes set sealed = $3 where conversation_id = $1 and number = $2', [
			conversationId,
			number,
			sealed,
		]),

	async removeAllBut(conversationId: string, number: number): Promise<void> {
		await db.query('delete from notes where conversation_id = $1 and number <> $2', [conversationId, number]);
	},

	/** Doubts that nobody has answered yet, the oldest first. */
	openDoubts: (organisationIds: readonly string[]) =>
		db.query<{ conversationId: string; number: number; signed: string; writtenAt: Date }>(
			`select n.conversation_id as "conversationId", n.number, n.signed, n.written_at as "writtenAt"
			from notes n join conversations c on c.id = n.conversation_id
			where n.kind = 'unsure' and c.organisation_id = any($1) and not exists (
				select 1 from notes a where a.conversation_id = n.conversation_id and a.about_number = n.number)
			order by n.written_at limit 100`,
			[organisationIds],
		),
});

export type DraftRow = { accountId: string; afterSeq: number; sealed: Buffer };

export const drafts = (db: Queryable) => ({
	of: (conversationId: string) =>
		db.query<DraftRow>(
			'select account_id as "accountId", after_seq as "afterSeq", sealed from drafts where conversation_id = $1',
			[conversationId],
		),

	async save(conversationId: string, row: DraftRow, at: Date): Promise<void> {
		await db.query(
			`insert into drafts (conversation_id, account_id, after_seq, sealed, saved_at) values ($1, $2, $3, $4, $5)
			on conflict (conversation_id, account_id) do update
			set after_seq = excluded.after_seq, sealed = excluded.sealed, saved_at = excluded.saved_at`,
			[conversationId, row.accountId, row.afterSeq, row.sealed, at],
		);
	},

	reseal: (conversationId: string, accountId: string, sealed: Buffer) =>
		db.query('update drafts set sealed = $3 where conversation_id = $1 and account_id = $2', [
			conversationId,
			accountId,
			sealed,
		]),

	async removeAll(conversationId: string): Promise<void> {
		await db.query('delete from drafts where conversation_id = $1', [conversationId]);
	},

	async remove(conversationId: string, accountId: string): Promise<void> {
		await db.query('delete from drafts where conversation_id = $1 and account_id = $2', [conversationId, accountId]);
	},
});
