import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { AddressKind } from './address.ts';

export type { AddressKind } from './address.ts';
export type NewAddress = { kind: AddressKind; sealed: Buffer; wantsText: boolean; fromLetter?: boolean };
/** Not reachable: what was sent there came back. */
export type AddressRow = Required<NewAddress> & { isReachable: boolean };

/** Bound into its seal. */
export const placeOfAddress = (caseId: string, kind: AddressKind): string => `case/${caseId}/address/${kind}`;

export const addresses = (db: Queryable) => ({
	ofCase: (caseId: string) =>
		db.query<AddressRow>(
			`select kind, sealed, wants_text as "wantsText", from_letter as "fromLetter",
				unreachable_since is null as "isReachable"
			from addresses where case_id = $1 order by kind`,
			[caseId],
		),

	async put(caseId: string, { kind, sealed, wantsText, fromLetter = false }: NewAddress, at: Date): Promise<void> {
		await db.query(
			`insert into addresses (case_id, kind, sealed, wants_text, given_at, from_letter) values ($1, $2, $3, $4, $5, $6)
			on conflict (case_id, kind) do update set sealed = excluded.sealed, wants_text = excluded.wants_text,
				given_at = excluded.given_at, from_letter = excluded.from_letter, unreachable_since = null`,
			[caseId, kind, sealed, wantsText, at, fromLetter],
		);
	},

	/** Gives whether there is such an address. */
	async setWantsText(caseId: string, kind: AddressKind, wantsText: boolean): Promise<boolean> {
		const rows = await db.query(
			'update addresses set wants_text = $3 where case_id = $1 and kind = $2 returning kind',
			[caseId, kind, wantsText],
		);
		return rows.length > 0;
	},

	async remove(caseId: string, kind: AddressKind): Promise<void> {
		await db.query('delete from addresses where case_id = $1 and kind = $2', [caseId, kind]);
	},

	async markUnreachable(caseId: string, kind: AddressKind, at: Date): Promise<void> {
		await db.query('update addresses set unreachable_since = $3 where case_id = $1 and kind = $2', [caseId, kind, at]);
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
