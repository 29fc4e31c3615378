import { createSecretKey } from 'node:crypto';
import type { StaffActor } from '#lib/identity/index.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { isRefusal, refused, type Refusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { unsealBytes } from '#lib/privacy/index.server.ts';
import type { Conversation } from '../conversation.ts';
import { readableFor } from '../read.server.ts';
import { messages } from '../messages/store.server.ts';
import { openTexts } from '../words.server.ts';
import { keyIn, placeOfPage } from './picture.ts';
import { attachments } from './store.server.ts';

/** Where in a conversation; the first page is 1. */
export type PageRef = { readonly seq: number; readonly page: number };

/** One page as a WebP file, for whoever may read the conversation; null when there is no such page (any more). */
export async function openPage(conversation: Conversation, { seq, page }: PageRef): Promise<Buffer | null> {
	const { db } = ground();
	const [row] = await messages(db).after(conversation.id, seq - 1, 1);
	if (row?.seq !== seq || row.kind !== 'picture') return null;
	const [packed] = await openTexts(conversation, [row]);
	const key = packed ? keyIn(packed) : null;
	const sealed = key && (await attachments(db).page(conversation.id, seq, page));
	if (!key || !sealed) return null;
	return unsealBytes(createSecretKey(key, 'base64url'), sealed, placeOfPage(conversation.id, seq, page));
}

/** The same for somebody at the desk; each look is on record. */
export async function openPageForHelper(id: string, ref: PageRef, actor: StaffActor): Promise<Buffer | Refusal> {
	const conversation = await readableFor(id, actor);
	if (isRefusal(conversation)) return conversation;
	const page = await openPage(conversation, ref);
	if (!page) return refused('missing');
	const subjectId = `${id}/${ref.seq}/${ref.page}`;
	await recordAudit(ground().db, actor, { action: 'read', subject: 'picture', subjectId });
	return page;
}
