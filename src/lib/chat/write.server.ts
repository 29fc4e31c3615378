import { now } from '#lib/platform/clock.ts';
import { isRefusal, refused, type Refusal } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { pokeWorker } from '#lib/platform/jobs.server.ts';
import type { Unfolded } from './attachments/parcel.ts';
import { isFull, placePicture } from './attachments/place.server.ts';
import { addRow, type Batch, openBatch, storeBatch } from './batch.server.ts';
import { cardInWords, packCard, type SentCard } from './cards/card.ts';
import { isAnsweredMeanwhile } from './collision.server.ts';
import type { Conversation } from './conversation.ts';
import { claims } from './holding/store.server.ts';
import { isMachineDraft, placeRendering } from './interpreting/place.server.ts';
import { deliver } from './live.server.ts';
import { maskAfter, maskAhead } from './masking.server.ts';
import { redactBefore } from './messages/redact.server.ts';
import { mayWrite, reach, type Sending, type Sent, type Writer } from './messages/sending.server.ts';
import { eventRow, type Unplaced } from './messages/step.server.ts';
import { messages } from './messages/store.server.ts';
import { dropRecent, recentTexts, rememberText } from './recent.server.ts';
import { maySayTheSame } from './sameText.ts';
import { conversations } from './store.server.ts';
import { openRows } from './words.server.ts';

/**
 * Writes the message and resolves after the commit (P01, P05). Everything that waits is written together in one
 * transaction: numbers are given under the row locks of the conversations, so they are gapless and in the order of
 * commit, and a message sent again with the same client id gets its first number back (P03).
 */
export function sendMessage(sending: Sending): Promise<Sent | Refusal> {
	return new Promise((resolve, reject) => {
		queue.push({ sending, resolve, reject });
		if (writers < WRITERS) startWriter();
	});
}

type Waiting = {
	readonly sending: Sending;
	resolve(sent: Sent | Refusal): void;
	reject(error: unknown): void;
};

const LARGEST_BATCH = 200;
/** While one batch waits for the database, another is sealed; row locks keep them apart. */
const WRITERS = 2;
const queue: Waiting[] = [];
let writers = 0;

/** When all is read that has come by now: in a crowd each batch costs as much as its messages. */
function startWriter(): void {
	writers += 1;
	setImmediate(() => void writeQueue());
}

async function writeQueue(): Promise<void> {
	while (queue.length > 0) await writeWaiting(queue.splice(0, LARGEST_BATCH));
	writers -= 1;
}

async function writeWaiting(waiting: readonly Waiting[]): Promise<void> {
	const sendings = waiting.map((w) => w.sending);
	try {
		const { batch, outcomes } = await ground().db.transactionOfWriter({
			work: (tx) => writeBatch(tx, sendings),
			last: ({ batch }) => storeBatch(batch),
		});
		batch.fresh.forEach((fresh, id) => deliver(id, fresh));
		waiting.forEach((w, place) => w.resolve(outcomes[place] ?? refused('missing')));
		for (const deskId of batch.queuesChanged) ground().bus.announce('queue', deskId);
		if (batch.postponed) pokeWorker();
	} catch (error) {
		// What was remembered of it was never stored.
		for (const { conversationId } of sendings) dropRecent(conversationId);
		for (const { reject } of waiting) reject(error);
	}
}

async function writeBatch(
	tx: Queryable,
	sendings: readonly Sending[],
): Promise<{ batch: Batch; outcomes: (Sent | Refusal)[] }> {
	const [batch] = await Promise.all([openBatch(tx, sendings), maskMeanwhile(sendings)]);
	const outcomes: (Sent | Refusal)[] = [];
	for (const sending of sendings) outcomes.push(await writeOne(batch, sending));
	return { batch, outcomes };
}

/** The questions of `openBatch` leave first; until they are answered there is time. */
async function maskMeanwhile(sendings: readonly Sending[]): Promise<void> {
	await null;
	sendings.forEach(maskAhead);
}

async function writeOne(batch: Batch, sending: Sending): Promise<Sent | Refusal> {
	const reached = reach(batch.open.get(sending.conversationId), sending.by);
	if (isRefusal(reached)) return reached;
	// Before it is asked what she may now: what was stored is stored, also if she has lost the conversation since.
	const first = batch.known.get(`${reached.id} ${sending.clientId}`);
	if (first !== undefined) return asStored(batch, reached, { seq: first, sending });
	const conversation = mayWrite(reached, sending.by);
	if (isRefusal(conversation)) return conversation;
	if (sending.by.author === 'clerk' && !(await sending.by.mayWriteNow(batch.tx))) return refused('missing');
	if (await isOvertaken(batch, conversation, sending.by)) return refused('answered-meanwhile');
	if (sending.card) return writeCard(batch, conversation, sending, sending.card(conversation.language));
	if (sending.picture) return writePicture(batch, conversation, sending, sending.picture);
	const placed = await placeOf(batch, conversation, sending);
	if (isRefusal(placed)) return placed;
	const { author } = sending.by;
	const before = await recentTexts(batch.tx, conversation, author);
	const { text, spans } = maskAfter(sending, before);
	const hidden = [...new Set([...(sending.alreadyHidden ?? []), ...spans.map((span) => span.kind)])];
	const stored = await redactBefore(batch, conversation, { ...sending, author, before });
	if (conversation.endedAt) await reopen(batch, conversation);
	const seq = await addRow(batch, conversation.id, { ...blankRow(sending, conversation), ...placed, hidden }, text);
	rememberText(conversation, author, stored, { seq, text });
	return { seq, text, hidden };
}

async function placeOf(batch: Batch, of: Conversation, { rendering, text, by }: Sending) {
	if (rendering) return placeRendering(batch, of, { ...rendering, text });
	return by.author === 'helper' && (await isMachineDraft(batch.tx, of, text)) ? refused('machine-draft') : {};
}

/** A card is public text: nothing of it is hidden, and its numbers are no beginning of somebody's own. */
async function writeCard(
	batch: Batch,
	conversation: Conversation,
	sending: Sending,
	card: SentCard | null,
): Promise<Sent | Refusal> {
	if (!card) return refused('malformed', { card: 'no-card' });
	const seq = await addRow(
		batch,
		conversation.id,
		{ ...blankRow(sending, conversation), kind: 'card' },
		packCard(card),
	);
	return { seq, text: cardInWords(card), hidden: [] };
}

async function writePicture(
	batch: Batch,
	of: Conversation,
	sending: Sending,
	unfolded: Unfolded,
): Promise<Sent | Refusal> {
	if (await isFull(batch.tx, batch.pages, of.id)) return refused('too-many-pictures');
	if (of.endedAt) await reopen(batch, of);
	const { packed, rowsAt } = placePicture(unfolded);
	const seq = await addRow(batch, of.id, { ...blankRow(sending, of), kind: 'picture' }, packed);
	batch.pages.push(...rowsAt(of.id, seq));
	return { seq, text: '', hidden: [] };
}

/** P06: a repeat gets the answer of the first time; another text under its id is neither stored nor taken for it. */
async function asStored(
	batch: Batch,
	of: Conversation,
	{ seq, sending }: { seq: number; sending: Sending },
): Promise<Sent | Refusal> {
	const fresh = batch.fresh.get(of.id)?.find((message) => message.seq === seq);
	const [stored] = fresh ? [fresh] : await openRows(of, await messages(batch.tx).after(of.id, seq - 1, 1));
	const isPlain = stored?.kind === 'text' && !sending.card && !sending.picture && !sending.rendering;
	if (isPlain && stored.text && !maySayTheSame(stored.text, sending.text)) return refused('other-text');
	return { seq, text: stored?.text ?? '', hidden: stored?.hidden ?? [] };
}

/** Only what has come since can have overtaken her. */
async function isOvertaken({ tx, rows }: Batch, { id, lastSeq }: Conversation, by: Writer): Promise<boolean> {
	if (by.author !== 'helper' || by.after === undefined || by.after >= lastSeq) return false;
	return isAnsweredMeanwhile(tx, rows, { conversationId: id, after: by.after, accountId: by.accountId });
}

async function reopen(batch: Batch, conversation: Conversation): Promise<void> {
	// Whoever still holds it goes on with it; otherwise she waits. Asked again now that it is locked: a closing that was
	// committed while we waited for the lock has given it back, and nobody would see her wait.
	const holder = (await claims(batch.tx).current(conversation.id))?.accountId ?? null;
	const state = { holder, waitingSince: holder ? null : now(), endedAt: null, endedBy: null };
	await conversations(batch.tx).setState(conversation.id, state);
	batch.open.set(conversation.id, { ...conversation, ...state });
	batch.queuesChanged.add(conversation.deskId);
	await addRow(batch, conversation.id, eventRow('reopened'), null);
}

function blankRow({ clientId, by, language }: Sending, of: Conversation): Unplaced {
	const accountId = by.author === 'helper' ? by.accountId : null;
	const signature = { accountId, signed: by.author === 'visitor' ? null : by.signed };
	return { ...eventRow('text', clientId), language: language ?? of.language, author: by.author, ...signature };
}
