import { safeParse } from 'valibot';
import { isRefusal, refused, type Refusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { pictureSchema } from '../schema.ts';
import { messages } from '../messages/store.server.ts';
import type { Sent } from '../messages/sending.server.ts';
import { sendMessage } from '../write.server.ts';
import { MOST_PICTURES } from './picture.ts';
import { attachments } from './store.server.ts';
import { unfold } from './unfold.server.ts';

/**
 * A photo or a document of the visitor into her own conversation. What is kept are pictures of what was to be seen in the
 * file: not the file, and not its name. For the reasons of a refusal see `unfold`; besides `too-many-pictures`.
 */
export async function sendPicture(
	conversationId: string,
	clientId: unknown,
	bytes: Uint8Array,
): Promise<Sent | Refusal> {
	const parsed = safeParse(pictureSchema, { clientId });
	if (!parsed.success) return refused('malformed', { clientId: 'no-key' });
	const known = await before(conversationId, parsed.output.clientId);
	if (known) return known;
	const unfolded = await unfold(bytes);
	if (isRefusal(unfolded)) return unfolded;
	return sendMessage({
		...{ conversationId, ...parsed.output, text: '', picture: unfolded },
		by: { author: 'visitor' },
	});
}

/** Asked again under the lock; here, so that no file is taken apart for nothing. */
async function before(conversationId: string, clientId: string): Promise<Sent | Refusal | null> {
	const { db } = ground();
	const seq = await messages(db).seqOf(conversationId, clientId);
	if (seq !== null) return { seq, text: '', hidden: [] };
	return (await attachments(db).count(conversationId)) >= MOST_PICTURES ? refused('too-many-pictures') : null;
}
