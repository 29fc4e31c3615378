import { today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { attachments, type PageRow } from './attachments/store.server.ts';
import { type Author, type Conversation, DAYS_KEPT, type Message } from './conversation.ts';
import { postponeExpiry } from './forget.server.ts';
import type { Unplaced } from './messages/step.server.ts';
import { messages, type NewMessage } from './messages/store.server.ts';
import { conversations } from './store.server.ts';
import { presentRow, sealText } from './words.server.ts';

/** Messages that are written together, in one transaction, under the locks of their conversations. */
export type Batch = {
	readonly tx: Queryable;
	readonly open: Map<string, Conversation>;
	readonly known: Map<string, number>;
	readonly rows: NewMessage[];
	readonly pages: PageRow[];
	readonly fresh: Map<string, Message[]>;
	readonly queuesChanged: Set<string>;
	postponed: boolean;
};
type Coming = {
	readonly conversationId: string;
	readonly clientId: string;
	readonly by: { readonly author: Author };
};

export async function openBatch(tx: Queryable, sendings: readonly Coming[]): Promise<Batch> {
	const ids = [...new Set(sendings.map((sending) => sending.conversationId))].sort();
	// P06: two statements, sent together. One that had to wait for the lock would not see what was stored meanwhile.
	const [locked, stored] = await Promise.all([conversations(tx).lockAll(ids), messages(tx).seqsOf(sendings)]);
	const batch: Batch = {
		tx,
		open: new Map(locked.map((c) => [c.id, c])),
		known: new Map(stored.map(({ conversationId, clientId, seq }) => [`${conversationId} ${clientId}`, seq])),
		rows: [],
		pages: [],
		fresh: new Map(),
		queuesChanged: new Set(),
		postponed: false,
	};
	// Before anything is sealed: what is written now must lie under the same day as all the rest.
	const until = today(DAYS_KEPT);
	for (const sending of sendings)
		if (sending.by.author === 'visitor') await keepLonger(batch, sending.conversationId, until);
	return batch;
}

/** The rows of the batch, once every one has its number; all are sent at once, a page behind its message. */
export function storeBatch({ tx, rows, pages }: Batch): readonly Promise<unknown>[] {
	return [
		...(rows.length > 0 ? [messages(tx).addAll(rows)] : []),
		...(pages.length > 0 ? [attachments(tx).addAll(pages)] : []),
	];
}

/** Gives the row its number and its seal. */
export async function addRow(batch: Batch, id: string, row: Unplaced, text: string | null): Promise<number> {
	const of = batch.open.get(id);
	if (!of) throw new Error('a row was to be written into a conversation that is not open');
	const seq = of.lastSeq + 1;
	const sealed = text === null ? null : await sealText(of, seq, row.author, text);
	const placed: NewMessage = { ...row, conversationId: id, seq, sealed };
	batch.rows.push(placed);
	batch.known.set(`${id} ${row.clientId}`, seq);
	batch.open.set(id, { ...of, lastSeq: seq });
	batch.fresh.set(id, [...(batch.fresh.get(id) ?? []), presentRow(placed, text)]);
	return seq;
}

/** The words of a conversation are kept for thirty days after the visitor's last message. */
async function keepLonger(batch: Batch, id: string, until: string): Promise<void> {
	const conversation = batch.open.get(id);
	if (!conversation || conversation.blockedAt || conversation.expiresOn === until) return;
	batch.open.set(id, await postponeExpiry(batch.tx, conversation, until));
	batch.postponed = true;
}
