import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { KeyKind } from './key.server.ts';

const COLUMN = { link: 'link_hash', feed: 'feed_hash' } as const satisfies Record<KeyKind, string>;

export const ownKeys = (db: Queryable) => ({
	/** Whoever pauses keeps both; whoever left, or whose account is closed, has none. */
	async holderOf(kind: KeyKind, hash: Buffer): Promise<string | null> {
		const rows = await db.query<{ id: string }>(
			`select v.account_id as id from volunteers v join accounts a on a.id = v.account_id and a.closed_at is null
			where v.${COLUMN[kind]} = $1 and v.state <> 'left'`,
			[hash],
		);
		return rows[0]?.id ?? null;
	},

	async set(kind: KeyKind, accountId: string, hash: Buffer | null): Promise<void> {
		await db.query(`update volunteers set ${COLUMN[kind]} = $2 where account_id = $1`, [accountId, hash]);
	},

	/** Who made her link; null: she herself, or there is none. */
	async setLinkMaker(accountId: string, by: string | null): Promise<void> {
		await db.query('update volunteers set link_made_by = $2 where account_id = $1', [accountId, by]);
	},

	async linkMaker(accountId: string): Promise<string | null> {
		const find = 'select link_made_by as "by" from volunteers where account_id = $1';
		return (await db.query<{ by: string | null }>(find, [accountId]))[0]?.by ?? null;
	},

	async has(accountId: string): Promise<Readonly<Record<KeyKind, boolean>>> {
		const rows = await db.query<Record<KeyKind, boolean>>(
			`select link_hash is not null as link, feed_hash is not null as feed from volunteers
			where account_id = $1 and state <> 'left'`,
			[accountId],
		);
		return rows[0] ?? { link: false, feed: false };
	},
});
