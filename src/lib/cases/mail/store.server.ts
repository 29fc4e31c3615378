import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { MailboxTrouble } from '#lib/platform/mail/imap.server.ts';

export type MailboxRow = {
	uidValidity: number | null;
	lastUid: number;
	fetchedAt: Date | null;
	awaySince: Date | null;
	trouble: MailboxTrouble | null;
};
/** What a mail became. */
export type Became = 'case' | 'entry' | 'report' | 'automatic' | 'own' | 'unreadable';

const MAILBOX = `uid_validity as "uidValidity", last_uid as "lastUid", fetched_at as "fetchedAt",
	away_since as "awaySince", trouble`;

export const mailboxes = (db: Queryable) => ({
	/** Null while another node reads. */
	async hold(id: string, { now, until }: { now: Date; until: Date }): Promise<MailboxRow | null> {
		await db.query('insert into mailboxes (id) values ($1) on conflict do nothing', [id]);
		const rows = await db.query<MailboxRow>(
			`update mailboxes set held_until = $3 where id = $1 and (held_until is null or held_until <= $2)
			returning ${MAILBOX}`,
			[id, now, until],
		);
		return rows[0] ?? null;
	},

	async byId(id: string): Promise<MailboxRow | null> {
		return (await db.query<MailboxRow>(`select ${MAILBOX} from mailboxes where id = $1`, [id]))[0] ?? null;
	},

	/** Until the end of the transaction nobody else takes a mail. */
	async locked(id: string): Promise<MailboxRow | null> {
		return (await db.query<MailboxRow>(`select ${MAILBOX} from mailboxes where id = $1 for update`, [id]))[0] ?? null;
	},

	async moveOn(id: string, to: { uidValidity: number; uid: number; heldUntil: Date }): Promise<void> {
		await db.query('update mailboxes set uid_validity = $2, last_uid = $3, held_until = $4 where id = $1', [
			id,
			to.uidValidity,
			to.uid,
			to.heldUntil,
		]);
	},

	async setRead(id: string, at: Date): Promise<void> {
		await db.query(
			`update mailboxes set fetched_at = $2, away_since = null, trouble = null, held_until = null where id = $1`,
			[id, at],
		);
	},

	async setAway(id: string, trouble: MailboxTrouble, at: Date): Promise<void> {
		await db.query(
			`update mailboxes set away_since = coalesce(away_since, $3), trouble = $2, held_until = null where id = $1`,
			[id, trouble, at],
		);
	},
});

export const takenMails = (db: Queryable) => ({
	async has(hash: Buffer): Promise<boolean> {
		return (await db.query('select 1 from taken_mails where hash = $1', [hash])).length > 0;
	},

	async add(hash: Buffer, arrivedOn: string, became: Became): Promise<void> {
		await db.query('insert into taken_mails (hash, arrived_on, became) values ($1, $2, $3)', [hash, arrivedOn, became]);
	},

	/** What became of those that came since a day. */
	becameSince: (day: string) =>
		db.query<{ became: Became; count: number }>(
			'select became, count(*) as count from taken_mails where arrived_on >= $1 group by became order by became',
			[day],
		),

	async removeBefore(day: string): Promise<number> {
		return (await db.query('delete from taken_mails where arrived_on < $1 returning 1', [day])).length;
	},
});

/** What of a notice is the mail's alone. */
export const mailMarks = (db: Queryable) => ({
	async set(noticeId: string, marks: { address: Buffer; message: Buffer | null }): Promise<void> {
		await db.query('update notices set address_hash = $2, message_hash = coalesce($3, message_hash) where id = $1', [
			noticeId,
			marks.address,
			marks.message,
		]);
	},

	async noticeOfMessage(hashes: readonly Buffer[]): Promise<{ id: string; caseId: string } | null> {
		const text = `select id, case_id as "caseId" from notices where message_hash = any($1) order by made_at desc limit 1`;
		return (await db.query<{ id: string; caseId: string }>(text, [hashes]))[0] ?? null;
	},

	/** Cases that an address has begun since then; the newest first. */
	begunBy: (address: Buffer, since: Date) =>
		db.query<{ caseId: string }>(
			`select case_id as "caseId" from notices
			where address_hash = $1 and about = 'received' and made_at > $2 order by made_at desc`,
			[address, since],
		),

	async sentTo(address: Buffer, since: Date): Promise<number> {
		const text = `select count(*) as count from notices where address_hash = $1 and state = 'sent' and settled_at > $2`;
		return (await db.query<{ count: number }>(text, [address, since]))[0]?.count ?? 0;
	},

	async setReturned(noticeId: string, at: Date): Promise<void> {
		await db.query(`update notices set state = 'failed', reason = 'returned', settled_at = $2 where id = $1`, [
			noticeId,
			at,
		]);
	},
});

export const mailLinks = (db: Queryable) => ({
	/** From its last try on; never again once it was used. */
	async put(hash: Buffer, caseId: string, expiresAt: Date): Promise<void> {
		await db.query(
			`insert into mail_links (token_hash, case_id, expires_at) values ($1, $2, $3)
			on conflict (token_hash) do update set expires_at = excluded.expires_at where mail_links.used_at is null`,
			[hash, caseId, expiresAt],
		);
	},

	/** Those that lie in a mailbox lead nowhere any more. */
	async end(caseId: string, at: Date): Promise<void> {
		await db.query('update mail_links set used_at = $2 where case_id = $1 and used_at is null', [caseId, at]);
	},

	async isGood(hash: Buffer, at: Date): Promise<boolean> {
		const text = 'select 1 from mail_links where token_hash = $1 and used_at is null and expires_at > $2';
		return (await db.query(text, [hash, at])).length > 0;
	},

	async hasCode(caseId: string): Promise<boolean> {
		return (await db.query('select 1 from return_codes where case_id = $1', [caseId])).length > 0;
	},

	async caseOf(hash: Buffer): Promise<string | null> {
		const text = 'select case_id as "caseId" from mail_links where token_hash = $1';
		return (await db.query<{ caseId: string }>(text, [hash]))[0]?.caseId ?? null;
	},

	/** Null when it was used, is over or was never there. */
	async use(hash: Buffer, at: Date): Promise<{ caseId: string } | null> {
		const rows = await db.query<{ caseId: string }>(
			`update mail_links set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2
			returning case_id as "caseId"`,
			[hash, at],
		);
		return rows[0] ?? null;
	},
});
