import { createSecretKey } from 'node:crypto';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { randomKey } from '#lib/platform/randomness.server.ts';
import { sealBytes } from '#lib/privacy/index.server.ts';
import type { Unfolded } from './parcel.ts';
import { MOST_PICTURES, packPicture, placeOfPage } from './picture.ts';
import { attachments, type PageRow } from './store.server.ts';

/** What goes beneath the seal of the message, and, once its number is known, its pages under a key of their own. */
export type Placing = { readonly packed: string; rowsAt(conversationId: string, seq: number): PageRow[] };

export function placePicture(unfolded: Unfolded): Placing {
	const bytes = randomKey();
	const packed = packPicture(unfolded, bytes.toString('base64url'));
	const key = createSecretKey(bytes);
	return {
		packed,
		rowsAt: (conversationId, seq) =>
			unfolded.pages.map(({ webp }, at) => {
				const page = at + 1;
				return { conversationId, seq, page, sealed: sealBytes(key, webp, placeOfPage(conversationId, seq, page)) };
			}),
	};
}

/** Asked under the lock of the conversation, also of what is being written in the same moment. */
export async function isFull(tx: Queryable, pending: readonly PageRow[], conversationId: string): Promise<boolean> {
	const coming = new Set(pending.filter((row) => row.conversationId === conversationId).map(({ seq }) => seq));
	return (await attachments(tx).count(conversationId)) + coming.size >= MOST_PICTURES;
}
