import type { Queryable } from '#lib/platform/db/database.server.ts';

/** Where somebody wants to be told that there is an answer. */
export type AddressKind = 'email' | 'sms';
export type AddressRow = { kind: AddressKind; sealed: Buffer; wantsText: boolean };

/** Bound into its seal. */
export const placeOfAddress = (caseId: string, kind: AddressKind): string => `case/${caseId}/address/${kind}`;

export const addresses = (db: Queryable) => ({
	ofCase: (caseId: string) =>
		db.query<AddressRow>(
			'select kind, sealed, wants_text as "wantsText" from addresses where case_id = $1 order by kind',
			[caseId],
		),

	async put(caseId: string, { kind, sealed, wantsText }: AddressRow, at: Date): Promise<void> {
		await db.query(
			`insert into addresses (case_id, kind, sealed, wants_text, given_at) values ($1, $2, $3, $4, $5)
			on conflict (case_id, kind) do update set sealed = excluded.sealed, wants_text = excluded.wants_text,
				given_at = excluded.given_at`,
			[caseId, kind, sealed, wantsText, at],
		);
	},

	async remove(caseId: string, kind: AddressKind): Promise<void> {
		await db.query('delete from addresses where case_id = $1 and kind = $2', [caseId, kind]);
	},

	/** One whose key is gone stays as dark as it is. */
	async resealAll(caseId: string, reseal: (place: string, sealed: Buffer) => Promise<Buffer | null>): Promise<void> {
		for (const { kind, sealed } of await this.ofCase(caseId)) {
			const fresh = await reseal(placeOfAddress(caseId, kind), sealed);
			if (fresh)
				await db.query('update addresses set sealed = $3 where case_id = $1 and kind = $2', [caseId, kind, fresh]);
		}
	},
});
