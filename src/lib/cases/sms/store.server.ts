import type { Queryable } from '#lib/platform/db/database.server.ts';

/** Cases by the number from which somebody writes; the number itself is nowhere but sealed. */
export const smsCases = (db: Queryable) => ({
	/** Two parts of a long message may come in one moment: they are read one after the other. */
	async inTurn(hash: Buffer): Promise<void> {
		await db.query('select pg_advisory_xact_lock(17, hashtext($1))', [hash.toString('hex')]);
	},

	/** The case in which that number was given last, while it lives. */
	async ofNumber(hash: Buffer, today: string): Promise<{ caseId: string; wantsText: boolean } | null> {
		const rows = await db.query<{ caseId: string; wantsText: boolean }>(
			`select a.case_id as "caseId", a.wants_text as "wantsText" from addresses a join cases c on c.id = a.case_id
			where a.kind = 'sms' and a.known_by = $1 and c.expires_on >= $2
			order by a.given_at desc limit 1`,
			[hash, today],
		);
		return rows[0] ?? null;
	},

	async know(caseId: string, hash: Buffer): Promise<void> {
		await db.query(`update addresses set known_by = $2 where case_id = $1 and kind = 'sms'`, [caseId, hash]);
	},

	/** Nobody is told there any more, whichever case it was typed for. */
	async forgetTyped(hash: Buffer): Promise<void> {
		await db.query(`delete from addresses where kind = 'sms' and known_by = $1`, [hash]);
	},

	/** Of the newest answer to her; null while there is none. */
	async newestAnswer(caseId: string): Promise<number | null> {
		const rows = await db.query<{ number: number | null }>(
			`select max(number) as number from entries where case_id = $1 and kind = 'answer'`,
			[caseId],
		);
		return rows[0]?.number ?? null;
	},
});
