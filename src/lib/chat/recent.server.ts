import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Author, Conversation } from './conversation.ts';
import { messages } from './store.server.ts';
import { openRows } from './words.server.ts';

/**
 * The last two texts of each author, as stored: a number may begin in one message and end in the next. Kept in memory
 * beside the conversation's number; when somebody else has written since, they are read again.
 */
export type RecentText = { readonly seq: number; readonly text: string };

const LARGEST = 5_000;
const recent = new Map<string, { lastSeq: number; texts: RecentText[] }>();

export async function recentTexts(tx: Queryable, of: Conversation, author: Author): Promise<readonly RecentText[]> {
	if (of.lastSeq === 0) return [];
	const known = recent.get(`${of.id} ${author}`);
	if (known?.lastSeq === of.lastSeq) return known.texts;
	const rows = await openRows(of, await messages(tx).lastTexts(of.id, author, 2));
	return rows.reverse().map(({ seq, text }) => ({ seq, text: text ?? '' }));
}

export function rememberText(id: string, author: Author, before: readonly RecentText[], text: RecentText): void {
	if (recent.size >= LARGEST) recent.clear();
	recent.set(`${id} ${author}`, { lastSeq: text.seq, texts: [...before.slice(-1), text] });
}

export function dropRecent(id: string): void {
	for (const author of ['visitor', 'helper'] as const) recent.delete(`${id} ${author}`);
}
