import type { Queryable } from '#lib/platform/db/database.server.ts';
import { type Kept, openAt, sealAt } from '../words.server.ts';
import { placeOfMachineDraft } from './rendering.ts';
import { machineDrafts } from './store.server.ts';

/** Drafts go with their conversation: to the day to which it was moved, under its new share. */
export async function resealDrafts(tx: Queryable, from: Kept, to: Kept): Promise<void> {
	for (const draft of await machineDrafts(tx).of(from.id)) {
		const place = placeOfMachineDraft(from.id, draft.seq, draft.language);
		const text = await openAt(from, place, draft.sealed);
		if (text !== null) await machineDrafts(tx).reseal(from.id, { ...draft, sealed: await sealAt(to, place, text) });
	}
}
