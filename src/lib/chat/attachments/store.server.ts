import type { Queryable } from '#lib/platform/db/database.server.ts';

export type PageRow = {
	readonly conversationId: string;
	readonly seq: number;
	readonly page: number;
	readonly sealed: Buffer;
};

export const attachments = (db: Queryable) => ({
	/** One statement each: together they would have to lie in one long parameter. All are sent before one is answered. */
	addAll(rows: readonly PageRow[]): Promise<unknown> {
		const text = 'insert into attachments (conversation_id, seq, page, sealed) values ($1, $2, $3, $4)';
		return Promise.all(
			rows.map(({ conversationId, seq, page, sealed }) => db.query(text, [conversationId, seq, page, sealed])),
		);
	},

	async page(conversationId: string, seq: number, page: number): Promise<Buffer | null> {
		const rows = await db.query<{ sealed: Buffer }>(
			'select sealed from attachments where conversation_id = $1 and seq = $2 and page = $3',
			[conversationId, seq, page],
		);
		return rows[0]?.sealed ?? null;
	},

	/** How many pictures and documents a conversation holds. */
	async count(conversationId: string): Promise<number> {
		const rows = await db.query<{ count: number }>(
			'select count(distinct seq)::int as count from attachments where conversation_id = $1',
			[conversationId],
		);
		return rows[0]?.count ?? 0;
	},

	/** False when there was nothing any more. */
	async remove(conversationId: string, seq: number): Promise<boolean> {
		const rows = await db.query('delete from attachments where conversation_id = $1 and seq = $2 returning page', [
			conversationId,
			seq,
		]);
		return rows.length > 0;
	},
});
