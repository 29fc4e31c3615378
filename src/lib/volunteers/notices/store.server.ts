import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Held } from '#lib/platform/outbox/outbox.server.ts';
import type { About, Notice, NoticeEnd, NoticeKind, NoticeState } from './notice.ts';

export type NewNotice = {
	readonly id: string;
	readonly accountId: string;
	readonly about: About;
	readonly key: string;
	readonly shiftId: string | null;
	readonly dueAt: Date;
	readonly madeAt: Date;
};
export type WayStanding = { readonly waiting: number; readonly failed: number; readonly oldest: Date | null };
export type NoticeSeen = Notice & { readonly state: NoticeState; readonly dueAt: Date };

const NOTICE = `n.id, n.account_id as "accountId", n.kind, n.about, n.key, n.shift_id as "shiftId", n.tries,
	n.made_at as "madeAt"`;
const WAY = `case v.reached_by when 'none' then 'page' else v.reached_by end`;
const NONE_IN_HAND = `not exists (select from volunteer_notices h where h.account_id = n.account_id and h.id <> n.id
	and h.state = 'waiting' and h.held_until > $at)`;

export const volunteerNotices = (db: Queryable) => ({
	async add(row: NewNotice): Promise<void> {
		await db.query(
			`insert into volunteer_notices (id, account_id, kind, about, key, shift_id, state, due_at, made_at)
			select $1, v.account_id, ${WAY}, $3, $4, $5, 'waiting', $6, $7 from volunteers v
			where v.account_id = $2 on conflict (account_id, key) do nothing`,
			[row.id, row.accountId, row.about, row.key, row.shiftId, row.dueAt, row.madeAt],
		);
	},

	/**
	 * The next one that is due by the way she chose, kept from all other nodes until then, in a transaction. Of one person
	 * one is in hand at a time: the next must see what she was told by it.
	 */
	async take(kinds: readonly NoticeKind[], { now, until }: Held): Promise<Notice | null> {
		const found = await db.query<{ id: string }>(
			`select n.id from volunteer_notices n join volunteers v on v.account_id = n.account_id
			where n.state = 'waiting' and n.due_at <= $1 and n.kind = any($2) and n.kind = ${WAY}
				and ${NONE_IN_HAND.replace('$at', '$1')}
			order by n.due_at, n.made_at limit 1 for no key update of n, v skip locked`,
			[now, kinds],
		);
		const rows = await db.query<Notice>(
			`update volunteer_notices n set due_at = $3, held_until = $3, tries = tries + 1
			where n.id = $1 and ${NONE_IN_HAND.replace('$at', '$2')} returning ${NOTICE}`,
			[found[0]?.id ?? null, now, until],
		);
		return rows[0] ?? null;
	},

	async settle(id: string, end: NoticeEnd, at: Date): Promise<void> {
		const [reason, said] = [end.state === 'sent' ? null : end.reason, end.state === 'sent' ? end.saidStart : null];
		await db.query(
			`update volunteer_notices set state = $2, settled_at = $3, reason = $4, said_start = $5
			where id = $1 and state = 'waiting'`,
			[id, end.state, at, reason, said],
		);
	},

	async delay(id: string, until: Date): Promise<void> {
		await db.query('update volunteer_notices set due_at = $2, held_until = null where id = $1', [id, until]);
	},

	async sentSince(accountId: string, kind: NoticeKind, since: Date): Promise<number> {
		const rows = await db.query<{ count: number }>(
			`select count(*)::int as count from volunteer_notices
			where account_id = $1 and kind = $2 and state = 'sent' and settled_at > $3`,
			[accountId, kind, since],
		);
		return rows[0]?.count ?? 0;
	},

	/** The last word of that shift which reached her. */
	async lastSaid(accountId: string, shiftId: string): Promise<{ about: About; saidStart: Date | null } | null> {
		const rows = await db.query<{ about: About; saidStart: Date | null }>(
			`select about, said_start as "saidStart" from volunteer_notices
			where account_id = $1 and shift_id = $2 and state in ('sent', 'called') order by settled_at desc limit 1`,
			[accountId, shiftId],
		);
		return rows[0] ?? null;
	},

	/** What waits goes by the way she chose meanwhile. */
	async followWays(): Promise<void> {
		await db.query(
			`update volunteer_notices n set kind = ${WAY} from volunteers v
			where v.account_id = n.account_id and n.state = 'waiting' and n.kind <> ${WAY}`,
		);
	},

	/** Those of these kinds whose time has come. */
	due: (kinds: readonly NoticeKind[], at: Date) =>
		db.query<Notice>(
			`select ${NOTICE} from volunteer_notices n where n.state = 'waiting' and n.due_at <= $1 and n.kind = any($2)
			order by n.due_at, n.made_at`,
			[at, kinds],
		),

	/** Hers since then, the newest first; what was dropped is not among them. */
	ofVolunteer: (accountId: string, since: Date, at: Date) =>
		db.query<NoticeSeen>(
			`select ${NOTICE}, n.state, n.due_at as "dueAt" from volunteer_notices n
			where n.account_id = $1 and n.made_at > $2 and n.state <> 'dropped'
				and (n.state <> 'waiting' or n.tries > 0 or n.due_at <= $3)
			order by n.made_at desc, n.id desc limit 30`,
			[accountId, since, at],
		),

	/** What should have gone by this way. */
	async standing(kind: NoticeKind, at: Date): Promise<WayStanding> {
		const isLate = `state = 'waiting' and (due_at <= $2 or tries > 0)`;
		const rows = await db.query<WayStanding>(
			`select count(*) filter (where ${isLate})::int as waiting, count(*) filter (where state = 'failed')::int as failed,
				min(made_at) filter (where ${isLate}) as oldest
			from volunteer_notices where kind = $1`,
			[kind, at],
		);
		return rows[0] ?? { waiting: 0, failed: 0, oldest: null };
	},

	async deleteBefore(madeAt: Date): Promise<number> {
		const rows = await db.query('delete from volunteer_notices where made_at < $1 returning id', [madeAt]);
		return rows.length;
	},
});
