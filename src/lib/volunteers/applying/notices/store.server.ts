import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Held } from '#lib/platform/outbox/outbox.server.ts';
import type { GivenUp, Outcome } from '#lib/platform/outbox/outbox.ts';

export type NewNotice = {
	readonly id: string;
	readonly applicationId: string;
	readonly kind: 'sms' | 'email';
	readonly keptUntil: string;
	readonly sealed: Buffer;
	readonly at: Date;
};

/** One that waits to be carried, with what has to be known of the application. */
export type Notice = Pick<NewNotice, 'id' | 'applicationId' | 'kind' | 'keptUntil'> & {
	readonly sealed: Buffer | null;
	readonly language: string;
	readonly tries: number;
	readonly madeAt: Date;
};

export const applicationNotices = (db: Queryable) => ({
	async add(row: NewNotice): Promise<void> {
		await db.query(
			`insert into application_notices (id, application_id, kind, kept_until, sealed, state, due_at, made_at)
			values ($1, $2, $3, $4, $5, 'waiting', $6, $6)`,
			[row.id, row.applicationId, row.kind, row.keptUntil, row.sealed, row.at],
		);
	},

	async take(kinds: readonly string[], { now, until }: Held): Promise<Notice | null> {
		const rows = await db.query<Notice>(
			`update application_notices n set due_at = $3, tries = tries + 1 from applications a
			where a.id = n.application_id and n.id = (
				select id from application_notices where state = 'waiting' and kind = any($1) and due_at <= $2
				order by due_at limit 1 for update skip locked)
			returning n.id, n.application_id as "applicationId", n.kind, n.kept_until as "keptUntil", n.sealed, n.tries,
				n.made_at as "madeAt", a.language`,
			[kinds, now, until],
		);
		return rows[0] ?? null;
	},

	/** To whom it went is known no more. Gives what has to be forgotten; nothing when it was settled before. */
	async settle(id: string, end: Outcome | GivenUp, at: Date): Promise<{ id: string; keptUntil: string } | null> {
		const rows = await db.query<{ id: string; keptUntil: string }>(
			`update application_notices set state = $2, reason = $3, settled_at = $4, sealed = null
			where id = $1 and state = 'waiting' returning id, kept_until as "keptUntil"`,
			[id, end.state, 'reason' in end ? end.reason : null, at],
		);
		return rows[0] ?? null;
	},

	/** Those that nothing has carried since they were written before that. */
	async waitingSince(before: Date): Promise<string[]> {
		const waiting = `select id from application_notices where state = 'waiting' and made_at < $1`;
		return (await db.query<{ id: string }>(waiting, [before])).map(({ id }) => id);
	},

	async delay(id: string, until: Date): Promise<void> {
		await db.query(`update application_notices set due_at = $2 where id = $1 and state = 'waiting'`, [id, until]);
	},
});
