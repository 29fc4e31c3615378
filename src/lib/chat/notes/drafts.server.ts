import type { StaffActor } from '#lib/identity/index.ts';
import { now } from '#lib/platform/clock.ts';
import { command } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { mask } from '#lib/privacy/index.ts';
import { within } from '../claim.server.ts';
import type { Conversation } from '../conversation.ts';
import { may } from '../policy.ts';
import { draftSchema } from '../schema.ts';
import { openAt, sealAt } from '../words.server.ts';
import { placeOfDraft } from './note.ts';
import { drafts } from './store.server.ts';

/** What she had begun, and the last step she had before her eyes then. */
export type Draft = { readonly text: string; readonly after: number };

/** Keeps what she has begun to write; nothing any more, when it was sent or emptied. No browser keeps any of it. */
export const saveDraft = command({
	input: draftSchema,
	load: within,
	allow: (conversation, { actor }: { actor: StaffActor }) => may(actor).read(conversation),
	run: async (conversation, { tx, actor }, { text, after }) => {
		if (text.trim() === '') await drafts(tx).remove(conversation.id, actor.id);
		else {
			const sealed = await sealAt(conversation, placeOfDraft(conversation.id, actor.id), mask(text).text);
			await drafts(tx).save(conversation.id, { accountId: actor.id, afterSeq: after, sealed }, now());
		}
		return {};
	},
	present: () => ({}),
});

/** Her own; nobody else's is ever shown. */
export async function draftOf(conversation: Conversation, { id }: StaffActor): Promise<Draft | null> {
	const row = (await drafts(ground().db).of(conversation.id)).find(({ accountId }) => accountId === id);
	const text = row && (await openAt(conversation, placeOfDraft(conversation.id, id), row.sealed));
	return row && text ? { text, after: row.afterSeq } : null;
}
