import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Held } from '#lib/platform/outbox/outbox.server.ts';
import type { AddressKind } from '../addresses/store.server.ts';
import type { NoticeEnd, NoticeState, NoticeSubject } from './notice.ts';

export type NoticeRow = {
	id: string;
	caseId: string;
	kind: AddressKind;
	about: NoticeSubject;
	/** Of the entry whose text she asked for; null: word of it alone. */
	number: number | null;
	state: NoticeState;
	reason: string | null;
	tries: number;
	madeAt: Date;
	settledAt: Date | null;
};

const NOTICE = `id, case_id as "caseId", kind, about, number, state, reason, tries, made_at as "madeAt",
	settled_at as "settledAt"`;

export const notices = (db: Queryable) => ({
	async add(row: Pick<NoticeRow, 'id' | 'caseId' | 'kind' | 'about' | 'number'>, at: Date): Promise<void> {
		await db.query(
			`insert into notices (id, case_id, kind, about, number, due_at, made_at) values ($1, $2, $3, $4, $5, $6, $6)`,
			[row.id, row.caseId, row.kind, row.about, row.number, at],
		);
	},

	/** One that waits already tells of the next answer, too. */
	async isWaiting(caseId: string, kind: AddressKind): Promise<boolean> {
		const text = `select 1 from notices where case_id = $1 and kind = $2 and about = 'answer' and state = 'waiting' limit 1`;
		return (await db.query(text, [caseId, kind])).length > 0;
	},

	ofCase: (caseId: string) =>
		db.query<NoticeRow>(`select ${NOTICE} from notices where case_id = $1 order by made_at, id`, [caseId]),

	/** The next one that is due, kept from all other nodes until then. */
	async take(kinds: readonly AddressKind[], { now, until }: Held): Promise<NoticeRow | null> {
		const rows = await db.query<NoticeRow>(
			`update notices set due_at = $2, tries = tries + 1 where id = (
				select id from notices where state = 'waiting' and due_at <= $1 and kind = any($3)
				order by due_at limit 1 for update skip locked)
			returning ${NOTICE}`,
			[now, until, kinds],
		);
		return rows[0] ?? null;
	},

	async settle(id: string, end: NoticeEnd, at: Date): Promise<void> {
		const reason = end.state === 'failed' ? end.reason : null;
		await db.query(`update notices set state = $2, settled_at = $3, reason = $4 where id = $1 and state = 'waiting'`, [
			...[id, end.state, at, reason],
		]);
	},

	async delay(id: string, until: Date): Promise<void> {
		await db.query('update notices set due_at = $2 where id = $1', [id, until]);
	},

	/** How many wait and failed of a kind, and the oldest of those that wait. */
	async standing(kind: AddressKind): Promise<{ waiting: number; failed: number; oldest: Date | null }> {
		const rows = await db.query<{ waiting: number; failed: number; oldest: Date | null }>(
			`select count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'failed') as failed,
				min(made_at) filter (where state = 'waiting') as oldest
			from notices where kind = $1`,
			[kind],
		);
		return rows[0] ?? { waiting: 0, failed: 0, oldest: null };
	},

	/** So much of the kind went, or will go, to the case since then. */
	async toCaseSince(caseId: string, kind: AddressKind, since: Date): Promise<number> {
		const text = `select count(*) as count from notices
			where case_id = $1 and kind = $2 and state = 'sent' and settled_at > $3`;
		return (await db.query<{ count: number }>(text, [caseId, kind, since]))[0]?.count ?? 0;
	},
});
