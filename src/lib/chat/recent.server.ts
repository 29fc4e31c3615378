import type { Queryable } from '#lib/platform/db/database.server.ts';
import { LONGEST_IN_MEMORY_MS } from '#lib/platform/keystore/keystore.server.ts';
import { remembered } from '#lib/platform/keystore/remembered.server.ts';
import type { Author, Conversation } from './conversation.ts';
import { messages } from './messages/store.server.ts';
import { openRows } from './words.server.ts';

/**
 * The last two texts of each author, as stored: a number may begin in one message and end in the next. Kept in memory
 * beside the conversation's number, no longer than a key; when somebody else has written since, they are read again.
 */
export type RecentText = { readonly seq: number; readonly text: string };

type Held = { readonly lastSeq: number; readonly texts: Partial<Record<Author, readonly RecentText[]>> };

const LARGEST = 5_000;
const recent = remembered<Held>(LONGEST_IN_MEMORY_MS, LARGEST);

export async function recentTexts(tx: Queryable, of: Conversation, author: Author): Promise<readonly RecentText[]> {
	if (of.lastSeq === 0) return [];
	const known = heldOf(of)[author];
	if (known) return known;
	const rows = await openRows(of, await messages(tx).lastTexts(of.id, author, 2));
	const texts = rows.reverse().map(({ seq, text }) => ({ seq, text: text ?? '' }));
	recent.set(of.id, { lastSeq: of.lastSeq, texts: { ...heldOf(of), [author]: texts } });
	return texts;
}

/** `of` is the conversation as it was before the text; `before` are its author's texts until then. */
export function rememberText(of: Conversation, author: Author, before: readonly RecentText[], text: RecentText): void {
	recent.set(of.id, { lastSeq: text.seq, texts: { ...heldOf(of), [author]: [...before.slice(-1), text] } });
}

/** Perhaps no longer true: only the lock of the conversation tells. */
export function recentInMemory(id: string, author: Author): readonly RecentText[] | undefined {
	return recent.get(id)?.texts[author];
}

export function dropRecent(id: string): void {
	recent.delete(id);
}

export function dropAllRecent(): void {
	recent.clear();
}

/** Nothing, when another node or a change of state has written since. */
function heldOf({ id, lastSeq }: Conversation): Held['texts'] {
	const held = recent.get(id);
	return held?.lastSeq === lastSeq ? held.texts : {};
}
