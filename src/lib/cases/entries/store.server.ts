import type { Queryable } from '#lib/platform/db/database.server.ts';
import { type EntryChannel, type EntryKind, placeOfEntry } from './entry.ts';

export type EntryRow = {
	number: number;
	clientId: string;
	kind: EntryKind;
	channel: EntryChannel | null;
	accountId: string | null;
	signed: string | null;
	language: string | null;
	hidden: string[];
	sealed: Buffer;
	writtenAt: Date;
};

const ENTRY = `number, client_id as "clientId", kind, channel, account_id as "accountId", signed, language, hidden, sealed,
	written_at as "writtenAt"`;

export const entries = (db: Queryable) => ({
	ofCase: (caseId: string) =>
		db.query<EntryRow>(`select ${ENTRY} from entries where case_id = $1 order by number`, [caseId]),

	async numberOf(caseId: string, clientId: string): Promise<number | null> {
		const text = 'select number from entries where case_id = $1 and client_id = $2';
		return (await db.query<{ number: number }>(text, [caseId, clientId]))[0]?.number ?? null;
	},

	/** Under the row lock of its case. */
	async add(caseId: string, row: EntryRow): Promise<void> {
		await db.query(
			`insert into entries (case_id, number, client_id, kind, channel, account_id, signed, language, hidden, sealed,
				written_at)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
			[
				...[caseId, row.number, row.clientId, row.kind, row.channel, row.accountId, row.signed, row.language],
				...[row.hidden, row.sealed, row.writtenAt],
			],
		);
		await db.query('update cases set last_number = $2 where id = $1', [caseId, row.number]);
	},

	/** What helpers wrote to each other. */
	async removeNotes(caseId: string): Promise<void> {
		await db.query("delete from entries where case_id = $1 and kind = 'note'", [caseId]);
	},

	/** One whose key is gone stays as dark as it is. */
	async resealAll(caseId: string, reseal: (place: string, sealed: Buffer) => Promise<Buffer | null>): Promise<void> {
		for (const { number, kind, sealed } of await this.ofCase(caseId)) {
			const fresh = await reseal(placeOfEntry(caseId, number, kind), sealed);
			if (fresh)
				await db.query('update entries set sealed = $3 where case_id = $1 and number = $2', [caseId, number, fresh]);
		}
	},
});
