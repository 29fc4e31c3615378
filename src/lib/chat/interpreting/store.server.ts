import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Clerk, PresentClerk } from './clerk.ts';

const CLERK = `k.id, k.conversation_id as "conversationId", k.language, k.sees_all as "seesAll", k.signed,
	k.from_seq as "fromSeq", k.expires_at as "expiresAt", k.tried_again_at as "triedAgainAt", k.ended_at as "endedAt"`;

export type NewClerk = Pick<Clerk, 'id' | 'conversationId' | 'language' | 'seesAll' | 'expiresAt'> & {
	invitedBy: string;
	linkHash: Buffer;
	madeAt: Date;
};
export type Entry = Pick<PresentClerk, 'signed' | 'fromSeq'> & { browserHash: Buffer; at: Date };

/** Whoever changes one holds the lock of its conversation. */
export const clerks = (db: Queryable) => ({
	async add(row: NewClerk): Promise<void> {
		await db.query(
			`insert into clerks (id, conversation_id, invited_by, language, sees_all, link_hash, made_at, expires_at)
			values ($1, $2, $3, $4, $5, $6, $7, $8)`,
			[
				...[row.id, row.conversationId, row.invitedBy, row.language, row.seesAll],
				...[row.linkHash, row.madeAt, row.expiresAt],
			],
		);
	},

	/** The one who was not sent away yet, be her time over or not. */
	current: (conversationId: string) =>
		one(db, `select ${CLERK} from clerks k where k.conversation_id = $1 and k.ended_at is null`, [conversationId]),

	byId: (id: string) => one(db, `select ${CLERK} from clerks k where k.id = $1`, [id]),
	byLink: (hash: Buffer) => one(db, `select ${CLERK} from clerks k where k.link_hash = $1`, [hash]),

	/** The newest, should a browser have been in several conversations one after another. */
	byBrowser: (hash: Buffer) =>
		one(
			db,
			`select ${CLERK} from clerks k where k.browser_hash = $1 and k.ended_at is null order by k.came_at desc limit 1`,
			[hash],
		),

	async isOfBrowser(id: string, hash: Buffer): Promise<boolean> {
		return (await db.query('select 1 from clerks where id = $1 and browser_hash = $2', [id, hash])).length > 0;
	},

	async enter(id: string, { browserHash, signed, fromSeq, at }: Entry): Promise<void> {
		await db.query('update clerks set browser_hash = $2, signed = $3, from_seq = $4, came_at = $5 where id = $1', [
			id,
			browserHash,
			signed,
			fromSeq,
			at,
		]);
	},

	noteTriedAgain: (id: string, at: Date) => db.query('update clerks set tried_again_at = $2 where id = $1', [id, at]),

	end: (id: string, at: Date) => db.query('update clerks set ended_at = $2 where id = $1', [id, at]),
});

export type RenderingRow = { seq: number; author: 'helper'; sealed: Buffer | null };

export const renderingRows = (db: Queryable) => ({
	of: (conversationId: string, aboutSeq: number) =>
		db.query<RenderingRow>(
			`select seq, author, sealed from messages
			where conversation_id = $1 and about_seq = $2 and kind = 'rendering'`,
			[conversationId, aboutSeq],
		),
});

export type MachineDraftRow = { seq: number; language: string; sealed: Buffer };

export const machineDrafts = (db: Queryable) => ({
	of: (conversationId: string) =>
		db.query<MachineDraftRow>('select seq, language, sealed from machine_drafts where conversation_id = $1', [
			conversationId,
		]),

	async save(conversationId: string, { seq, language, sealed }: MachineDraftRow, at: Date): Promise<void> {
		await db.query(
			`insert into machine_drafts (conversation_id, seq, language, sealed, made_at) values ($1, $2, $3, $4, $5)
			on conflict (conversation_id, seq, language) do update set sealed = excluded.sealed, made_at = excluded.made_at`,
			[conversationId, seq, language, sealed, at],
		);
	},

	reseal: (conversationId: string, { seq, language, sealed }: MachineDraftRow) =>
		db.query('update machine_drafts set sealed = $4 where conversation_id = $1 and seq = $2 and language = $3', [
			conversationId,
			seq,
			language,
			sealed,
		]),

	/** Of a message in which a number was hidden: the draft may still say it. */
	remove: (conversationId: string, seq: number) =>
		db.query('delete from machine_drafts where conversation_id = $1 and seq = $2', [conversationId, seq]),
});

async function one(db: Queryable, text: string, values: readonly unknown[]): Promise<Clerk | null> {
	return (await db.query<Clerk>(text, values))[0] ?? null;
}
