import type { Queryable } from '#lib/platform/db/database.server.ts';
import { type Kept, resealAt } from '../words.server.ts';
import { placeOfMachineDraft } from './rendering.ts';
import { machineDrafts } from './store.server.ts';

/** What a machine drafted goes with their conversation: to the day to which it was moved, under its new share. */
export async function resealMachineDrafts(tx: Queryable, from: Kept, to: Kept): Promise<void> {
	for (const draft of await machineDrafts(tx).of(from.id)) {
		const place = placeOfMachineDraft(from.id, draft.seq, draft.language);
		const sealed = await resealAt({ from, to, place, sealed: draft.sealed });
		if (sealed) await machineDrafts(tx).reseal(from.id, { ...draft, sealed });
	}
}
