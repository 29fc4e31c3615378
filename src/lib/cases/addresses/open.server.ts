import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { CaseRow } from '../store.server.ts';
import { openInCase } from '../words.server.ts';
import { type AddressKind, addresses, placeOfAddress } from './store.server.ts';

type Of = Pick<CaseRow, 'id' | 'wordsUntil'>;

/** Null when she gave none, or its key is gone. */
export async function openAddress(db: Queryable, { id, wordsUntil }: Of, kind: AddressKind): Promise<string | null> {
	const row = (await addresses(db).ofCase(id)).find((one) => one.kind === kind);
	if (!row || wordsUntil === null) return null;
	return openInCase({ id, wordsUntil }, placeOfAddress(id, kind), row.sealed);
}
