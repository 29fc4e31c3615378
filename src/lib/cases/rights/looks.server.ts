import { signersOf } from '#lib/identity/index.server.ts';
import type { Role, Signer } from '#lib/identity/index.server.ts';
import { dayOf } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { CaseRow } from '../store.server.ts';
import { type LookRow, looksInto } from './store.server.ts';

/** Who looked, on which day, at what. The role and the organisation are those that she has today. */
export type Look = {
	readonly day: string;
	readonly what: 'case' | 'conversation' | 'picture' | 'number' | 'print';
	readonly name: string;
	readonly role: Role | null;
	readonly organisationId: string | null;
};

/** Everybody of the staff who looked into her case, its conversations or its pictures; once a day for each. */
export async function readLooks(db: Queryable, of: CaseRow, conversationIds: readonly string[]): Promise<Look[]> {
	const rows = await looksInto(db, { caseId: of.id, conversationIds });
	const signers = await signersOf(db, [...new Set(rows.map(({ accountId }) => accountId))]);
	const looks = rows.map((row) => lookOf(row, of.organisationId, signers.get(row.accountId)));
	return [...new Map(looks.map((look) => [JSON.stringify(look), look])).values()];
}

const SEEN: Readonly<Record<string, Look['what']>> = {
	conversation: 'conversation',
	picture: 'picture',
	callback: 'number',
};

function lookOf({ at, action, subject }: LookRow, caseAt: string, who: Signer | undefined): Look {
	const held = who?.memberships ?? [];
	const membership = held.find(({ organisationId }) => organisationId === caseAt) ?? held[0];
	return {
		day: dayOf(at),
		what: action === 'print' ? 'print' : (SEEN[subject] ?? 'case'),
		name: who?.chosenName ?? '',
		role: membership?.role ?? null,
		organisationId: membership?.organisationId ?? null,
	};
}
