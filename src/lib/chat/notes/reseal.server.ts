import type { Queryable } from '#lib/platform/db/database.server.ts';
import { type Kept, resealAt } from '../words.server.ts';
import { placeOfDraft, placeOfNote } from './note.ts';
import { drafts, notes } from './store.server.ts';

/** Notes and drafts go with their conversation: to the day to which it was moved, under its new share. */
export async function resealBeside(tx: Queryable, from: Kept, to: Kept): Promise<void> {
	const { id } = from;
	for (const { number, kind, sealed } of await notes(tx).of(id)) {
		const fresh = await resealAt({ from, to, place: placeOfNote(id, number, kind), sealed });
		if (fresh) await notes(tx).reseal(id, number, fresh);
	}
	for (const draft of await drafts(tx).of(id)) {
		const fresh = await resealAt({ from, to, place: placeOfDraft(id, draft.accountId), sealed: draft.sealed });
		if (fresh) await drafts(tx).reseal(id, draft.accountId, fresh);
	}
}
