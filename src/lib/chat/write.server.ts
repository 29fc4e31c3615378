import { now, today } from '#lib/platform/clock.ts';
import { isRefusal, refused, type Refusal } from '#lib/platform/command.server.ts';
import { isTwin, type Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { pokeWorker } from '#lib/platform/jobs.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { findSplitSecret, mask } from '#lib/privacy/index.ts';
import { cardInWords, packCard, type SentCard } from './cards/card.ts';
import { isAnsweredMeanwhile } from './collision.server.ts';
import { type Conversation, DAYS_KEPT, type Hidden, type Message } from './conversation.ts';
import { postponeExpiry } from './forget.server.ts';
import { deliver } from './live.server.ts';
import { maskCertain } from './maskCertain.ts';
import { dropRecent, type RecentText, recentTexts, rememberText } from './recent.server.ts';
import { claims, conversations, messages, type NewMessage } from './store.server.ts';
import { openRows, presentRow, sealText } from './words.server.ts';

/** A message on its way into a conversation. */
export type Sending = {
	readonly conversationId: string;
	readonly clientId: string;
	readonly text: string;
	/** Kinds that were hidden before the text came here. */
	readonly alreadyHidden?: readonly Hidden[];
	readonly by: Writer;
	/** She says that what looks like a code is none. */
	readonly notSecret?: boolean;
	/** Sent instead of a text: made when the language of the conversation is known; null when there is no such card. */
	readonly card?: ((lang: string) => SentCard | null) | undefined;
};
export type Writer = { author: 'visitor' } | HelperWriting;
/** What she may is asked of the conversation as it is under its lock. */
type HelperWriting = {
	author: 'helper';
	accountId: string;
	signed: string;
	/** The last step she had before her eyes when she began; without it nobody asks what came since. */
	after?: number | undefined;
	mayReach(conversation: Conversation): boolean;
	mayAnswer(conversation: Conversation): boolean;
};
/** What was stored: the text with its secrets hidden, under its number. */
export type Sent = { readonly seq: number; readonly text: string; readonly hidden: readonly Hidden[] };

/**
 * Writes the message and resolves after the commit (P01, P05). Everything that waits is written together in one
 * transaction: numbers are given under the row locks of the conversations, so they are gapless and in the order of
 * commit, and a message sent again with the same client id gets its first number back (P03).
 */
export function sendMessage(sending: Sending): Promise<Sent | Refusal> {
	return new Promise((resolve, reject) => {
		queue.push({ sending, resolve, reject });
		if (writers < WRITERS) void writeQueue();
	});
}

type Waiting = {
	readonly sending: Sending;
	readonly isRepeat?: boolean;
	resolve(sent: Sent | Refusal): void;
	reject(error: unknown): void;
};
type Batch = {
	readonly tx: Queryable;
	readonly open: Map<string, Conversation>;
	readonly known: Map<string, number>;
	readonly rows: NewMessage[];
	readonly fresh: Map<string, Message[]>;
	readonly queuesChanged: Set<string>;
	postponed: boolean;
};

type Before = readonly RecentText[];

const LARGEST_BATCH = 200;
/** While one batch waits for the database, another is masked and sealed; row locks keep them apart. */
const WRITERS = 2;
const queue: Waiting[] = [];
let writers = 0;

async function writeQueue(): Promise<void> {
	writers += 1;
	while (queue.length > 0) await writeWaiting(queue.splice(0, LARGEST_BATCH));
	writers -= 1;
}

async function writeWaiting(waiting: readonly Waiting[]): Promise<void> {
	const sendings = waiting.map((w) => w.sending);
	try {
		const { batch, outcomes } = await ground().db.transactionOfWriter((tx) => writeBatch(tx, sendings));
		batch.fresh.forEach((fresh, id) => deliver(id, fresh));
		waiting.forEach((w, place) => w.resolve(outcomes[place] ?? refused('missing')));
		for (const deskId of batch.queuesChanged) ground().bus.announce('queue', deskId);
		if (batch.postponed) pokeWorker();
	} catch (error) {
		// What was remembered of it was never stored.
		for (const { conversationId } of sendings) dropRecent(conversationId);
		for (const w of waiting) giveBack(w, error);
	}
}

/** The same message was stored by another writer in the same moment: written again, it gets its first number. */
function giveBack(waiting: Waiting, error: unknown): void {
	if (waiting.isRepeat || !isTwin(error)) return waiting.reject(error);
	queue.push({ ...waiting, isRepeat: true });
}

async function writeBatch(
	tx: Queryable,
	sendings: readonly Sending[],
): Promise<{ batch: Batch; outcomes: (Sent | Refusal)[] }> {
	const batch = await openBatch(tx, sendings);
	const outcomes: (Sent | Refusal)[] = [];
	for (const sending of sendings) outcomes.push(await writeOne(batch, sending));
	if (batch.rows.length > 0) await messages(tx).addAll(batch.rows);
	return { batch, outcomes };
}

async function openBatch(tx: Queryable, sendings: readonly Sending[]): Promise<Batch> {
	const ids = [...new Set(sendings.map((sending) => sending.conversationId))].sort();
	const locked = await conversations(tx).lockAll(ids, [...new Set(sendings.map((sending) => sending.clientId))]);
	const open = new Map(locked.map((c) => [c.id, c]));
	const known = new Map(
		locked.flatMap((c) => Object.entries(c.known ?? {}).map(([id, seq]) => [`${c.id} ${id}`, seq])),
	);
	const batch: Batch = { tx, open, known, rows: [], fresh: new Map(), queuesChanged: new Set(), postponed: false };
	// Before anything is sealed: what is written now must lie under the same day as all the rest.
	const until = today(DAYS_KEPT);
	for (const sending of sendings)
		if (sending.by.author === 'visitor') await keepLonger(batch, sending.conversationId, until);
	return batch;
}

/** The words of a conversation are kept for thirty days after the visitor's last message. */
async function keepLonger(batch: Batch, id: string, until: string): Promise<void> {
	const conversation = batch.open.get(id);
	if (!conversation || conversation.blockedAt || conversation.expiresOn === until) return;
	batch.open.set(id, await postponeExpiry(batch.tx, conversation, until));
	batch.postponed = true;
}

async function writeOne(batch: Batch, sending: Sending): Promise<Sent | Refusal> {
	const reached = reach(batch.open.get(sending.conversationId), sending.by);
	if (isRefusal(reached)) return reached;
	// Before it is asked what she may now: what was stored is stored, also if she has lost the conversation since.
	const first = batch.known.get(`${reached.id} ${sending.clientId}`);
	if (first !== undefined) return asStored(batch, reached, first);
	const conversation = mayWrite(reached, sending.by);
	if (isRefusal(conversation)) return conversation;
	if (await isOvertaken(batch, conversation, sending.by)) return refused('answered-meanwhile');
	if (sending.card) return writeCard(batch, conversation, sending, sending.card(conversation.language));
	const { author } = sending.by;
	const before = await recentTexts(batch.tx, conversation, author);
	const { text, spans } = masked(sending, before);
	const hidden = [...new Set([...(sending.alreadyHidden ?? []), ...spans.map((span) => span.kind)])];
	// A number that began before always leaves a span here: without one there is nothing to look for.
	const stored = spans.length > 0 ? await redactBeginning(batch, conversation, sending, before) : before;
	if (conversation.endedAt) await reopen(batch, conversation);
	const seq = await addRow(batch, conversation.id, { ...blankRow(sending), hidden }, text);
	rememberText(conversation, author, stored, { seq, text });
	return { seq, text, hidden };
}

function masked({ text, notSecret }: Sending, before: Before): ReturnType<typeof mask> {
	const texts = before.map((recent) => recent.text);
	return notSecret ? maskCertain(text, texts) : mask(text, { before: texts });
}

/** A card is public text: nothing of it is hidden, and its numbers are no beginning of somebody's own. */
async function writeCard(
	batch: Batch,
	{ id }: Conversation,
	sending: Sending,
	card: SentCard | null,
): Promise<Sent | Refusal> {
	if (!card) return refused('malformed', { card: 'no-card' });
	const seq = await addRow(batch, id, { ...blankRow(sending), kind: 'card' }, packCard(card));
	return { seq, text: cardInWords(card), hidden: [] };
}

/** P06: a repeat gets the answer of the first time, whatever it says now. */
async function asStored(batch: Batch, of: Conversation, seq: number): Promise<Sent> {
	const fresh = batch.fresh.get(of.id)?.find((message) => message.seq === seq);
	const [stored] = fresh ? [fresh] : await openRows(of, await messages(batch.tx).after(of.id, seq - 1, 1));
	return { seq, text: stored?.text ?? '', hidden: stored?.hidden ?? [] };
}

/** Only what has come since can have overtaken her. */
async function isOvertaken({ tx, rows }: Batch, { id, lastSeq }: Conversation, by: Writer): Promise<boolean> {
	if (by.author !== 'helper' || by.after === undefined || by.after >= lastSeq) return false;
	return isAnsweredMeanwhile(tx, rows, { conversationId: id, after: by.after, accountId: by.accountId });
}

function reach(conversation: Conversation | undefined, by: Writer): Conversation | Refusal {
	return !conversation || (by.author === 'helper' && !by.mayReach(conversation)) ? refused('missing') : conversation;
}

function mayWrite(conversation: Conversation, by: Writer): Conversation | Refusal {
	if (by.author === 'helper' && !by.mayAnswer(conversation)) return refused('not-held');
	if (conversation.blockedAt) return refused('blocked');
	if (by.author === 'visitor') return conversation;
	return conversation.endedAt ? refused('ended') : conversation;
}

/**
 * P31: a number that began in the author's message before is hidden there too, and every reader is told. Gives the
 * author's texts as they are stored now.
 */
async function redactBeginning(batch: Batch, of: Conversation, { by, text }: Sending, before: Before): Promise<Before> {
	const last = before.at(-1);
	const split = last ? findSplitSecret(last.text, text) : null;
	if (!last || !split) return before;
	const redacted = mask(
		last.text.slice(0, split.inPrevious.start) + '••••••' + last.text.slice(split.inPrevious.end),
	).text;
	const pending = batch.rows.find((row) => row.conversationId === of.id && row.seq === last.seq);
	const sealed = await sealText(of, last.seq, by.author, redacted);
	if (pending) pending.sealed = sealed;
	else await messages(batch.tx).reseal(of.id, last.seq, sealed);
	await addRow(batch, of.id, { ...eventRow('redacted'), aboutSeq: last.seq, hidden: [split.kind] }, redacted);
	return [...before.slice(0, -1), { seq: last.seq, text: redacted }];
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

type Unplaced = Omit<NewMessage, 'conversationId' | 'seq' | 'sealed'>;

/** Gives the row its number and its seal. */
async function addRow(batch: Batch, id: string, row: Unplaced, text: string | null): Promise<number> {
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

function blankRow({ clientId, by }: Sending): Unplaced {
	const signature =
		by.author === 'helper' ? { accountId: by.accountId, signed: by.signed } : { accountId: null, signed: null };
	return { clientId, author: by.author, ...signature, kind: 'text', aboutSeq: null, hidden: [], sentAt: now() };
}

/** A change of state as a step of the conversation, so that every reader's one cursor meets it. */
export function eventRow(kind: NewMessage['kind'], signed: string | null = null): Unplaced {
	return {
		clientId: newId(),
		author: 'desk',
		accountId: null,
		signed,
		kind,
		aboutSeq: null,
		hidden: [],
		sentAt: now(),
	};
}
