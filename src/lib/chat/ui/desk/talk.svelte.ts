import { instant } from '#lib/platform/clock.ts';
import { type Acknowledged, makeOutbox, type Outbox, type Pending } from '../visitor/outbox.ts';
import { type Begun, Keeper } from './keeper.ts';
import { Interpreting } from './interpreting.svelte.ts';
import { Notebook } from './notebook.svelte.ts';
import { ask, isRefused, type Refused, tell } from './ask.ts';
import { cardOfPage, stuckAtOfPage } from './queue.ts';
import { type Attached, type Book, type CardRef, type Codes, type Message, NO_CODES, type Opened } from './shown.ts';
import { take } from './thread.ts';

/** A message of this helper that is not among the steps yet. `why` names a refusal. */
export type Going = Pending & {
	after: number;
	card?: CardRef;
	/** Written for the clerk, in the clerk's language. */
	language?: string | undefined;
	state: 'sending' | 'trying' | 'sent' | 'failed';
	why: string | null;
};
export type Closed = { readonly closingId: string; readonly isCounted: boolean };

const SIGNED_OUT = 'signed-out';
/** A colleague answered while she was writing: her own answer waits for a second look. */
const OVERTAKEN = 'answered-meanwhile';
const TYPING_SHOWN_MS = 4_000;
const TYPING_TOLD_MS = 2_500;

/** One conversation in this console: its steps, and what the helper has begun to write. Nothing of it is stored. */
export class Talk {
	readonly id: string;
	readonly outbox: Outbox;
	readonly notebook: Notebook;
	readonly keeper: Keeper;
	readonly interpreting: Interpreting;
	opened = $state.raw<Opened['conversation'] | null>(null);
	messages = $state.raw<readonly Message[]>([]);
	/** The number up to which this console knows of steps, with or without their words. */
	seq = $state(0);
	draft = $state('');
	going = $state<Going[]>([]);
	isTyping = $state(false);
	isGone = $state(false);
	isMoved = $state(false);
	/** The house gave it back to the queue while this helper was away. */
	isGivenBack = $state(false);
	/** She answers beside the colleague who holds it. */
	hasJoined = $state(false);
	trouble = $state<string | null>(null);
	closed = $state.raw<Closed | 'blocked' | null>(null);
	codes = $state<Codes>({ ...NO_CODES });
	/** A card of the site that goes with the next message. */
	attached = $state.raw<Attached | null>(null);
	/** The card that lies beside this conversation. */
	cardId = $state('');
	faults = $state.raw<Readonly<Record<string, string>>>({});
	#typingEnds: ReturnType<typeof setTimeout> | undefined;
	#toldTyping: ReturnType<typeof setTimeout> | undefined;
	hasOwnMinutes = false;
	#readTold = $state(0);
	#began = 0;

	/** The last step she had before her eyes when she began to write; null while nothing is begun. */
	#begunAfter: number | null = null;
	readonly #own = new Set<string>();

	constructor(id: string, seq: number, hooks: { signedOut(): void; behind(): void }) {
		this.id = id;
		this.seq = seq;
		this.notebook = new Notebook(id);
		this.interpreting = new Interpreting(id);
		this.keeper = new Keeper({ save: (begun) => this.#keep(begun) });
		this.outbox = makeOutbox({
			send: (pending) => this.#post(pending),
			stored: ({ id }, { seq }) => {
				this.#settle(id, 'sent', null, seq);
				// Kept until it was stored: whoever reloads in between finds it again.
				this.noteWriting();
			},
			trying: ({ id }) => this.#settle(id, 'trying', null),
			failed: ({ id }, why) => {
				this.#settle(id, why === SIGNED_OUT ? 'trying' : 'failed', why);
				if (why === SIGNED_OUT) hooks.signedOut();
				if (why === OVERTAKEN) hooks.behind();
			},
		});
	}

	/** Own messages that are not among the steps yet. */
	get onTheWay(): readonly Going[] {
		return this.going.filter(({ id }) => !this.messages.some(({ clientId }) => clientId === id));
	}

	get hasUnsaved(): boolean {
		const isKept = this.draft.trim() === '' || this.keeper.has(this.draft);
		return (
			!isKept ||
			this.notebook.hasUnsaved ||
			this.interpreting.hasUnsaved ||
			this.onTheWay.some(({ state }) => state !== 'sent')
		);
	}

	async fetch(book: Book): Promise<Refused | null> {
		const answer = await ask<Opened>('GET', `/staff/conversations/${this.id}`);
		if (isRefused(answer)) return answer;
		this.#prefill(answer, book);
		this.notebook.take(answer.notes);
		this.interpreting.take(answer.interpreting);
		this.opened = answer.conversation;
		// A step that came over the stream meanwhile is newer than this answer.
		let steps = answer.messages;
		for (const message of this.messages) steps = take(steps, message).messages;
		this.messages = steps;
		this.seq = Math.max(this.seq, steps.at(-1)?.seq ?? 0);
		return null;
	}

	/** A step from the stream; gives whether the history must be fetched because something between is missing. */
	hear(message: Message): boolean {
		if (message.author === 'visitor') this.isTyping = false;
		if (message.kind === 'ended' && this.opened) this.opened = { ...this.opened, ended: true };
		if (message.kind === 'reopened' && this.opened) this.opened = { ...this.opened, ended: false };
		this.seq = Math.max(this.seq, message.seq);
		if (!this.opened) return false;
		const { messages, gap } = take(this.messages, message);
		this.messages = messages;
		return gap;
	}

	/** The text, and the card that lies with it. */
	send(): void {
		const [text, attached] = [this.draft.trim(), this.attached];
		const after = this.#begunAfter ?? this.#shownSeq;
		this.draft = '';
		this.attached = null;
		this.#begunAfter = null;
		if (text !== '') this.#put({ id: crypto.randomUUID(), text, after, language: this.interpreting.language });
		if (attached) this.#put({ id: crypto.randomUUID(), text: attached.title, after, card: attached.ref });
	}

	#put(one: Pick<Going, 'id' | 'text' | 'after' | 'card' | 'language'>): void {
		this.#own.add(one.id);
		this.going.push({ ...one, state: 'sending', why: null });
		this.outbox.put({ id: one.id, text: one.text });
	}

	/** She has begun, or has nothing begun any more. */
	noteWriting(): void {
		this.#begunAfter = this.draft.trim() === '' ? null : (this.#begunAfter ?? this.#shownSeq);
		this.keeper.note({ text: this.draft.trim() === '' ? '' : this.draft, after: this.#begunAfter ?? 0 });
	}

	/** She has seen what the colleague wrote, and says her own all the same. */
	sendAnyway(id: string): void {
		const one = this.going.find((going) => going.id === id);
		if (!one) return;
		Object.assign(one, { state: 'sending', why: null, after: this.#shownSeq });
		this.outbox.put({ id: one.id, text: one.text });
	}

	/** Who answered while she was writing; null while that answer is still on its way here. */
	colleagueSince({ after }: Going): string | null {
		const isTheirs = ({ author, seq, clientId }: Message): boolean =>
			author === 'helper' && seq > after && !this.#own.has(clientId);
		return this.messages.findLast(isTheirs)?.signed ?? null;
	}

	get #shownSeq(): number {
		return this.messages.at(-1)?.seq ?? 0;
	}

	/** What was refused while nobody was signed in goes out again with the id it had. */
	sendAgain(): void {
		for (const one of this.going.filter(({ why }) => why === SIGNED_OUT)) {
			one.state = 'sending';
			one.why = null;
			this.outbox.put({ id: one.id, text: one.text });
		}
		this.outbox.tryNow();
	}

	/** Takes a message that was not sent back into the field. */
	takeBack(id: string): void {
		const one = this.going.find((going) => going.id === id);
		this.going = this.going.filter((going) => going.id !== id);
		if (one?.card) this.attached = { ref: one.card, title: one.text };
		else if (one) this.draft = [one.text, this.draft].filter(Boolean).join('\n');
		this.#begunAfter = this.#shownSeq;
	}

	insert(text: string): void {
		this.draft = this.draft.trim() ? `${this.draft.trimEnd()}\n${text}` : text;
		this.noteWriting();
	}

	noteTyping(): void {
		clearTimeout(this.#typingEnds);
		this.isTyping = true;
		this.#typingEnds = setTimeout(() => {
			this.isTyping = false;
		}, TYPING_SHOWN_MS);
	}

	tellTyping(): void {
		if (this.#toldTyping) return;
		tell('/staff/desk/typing', { id: this.id });
		this.#toldTyping = setTimeout(() => {
			this.#toldTyping = undefined;
		}, TYPING_TOLD_MS);
	}

	tellRead(): void {
		if (!this.opened || this.seq <= this.#readTold) return;
		this.#readTold = this.seq;
		tell('/staff/desk/read', { id: this.id, seq: this.seq });
	}

	/** The minutes that the clock proposes go on until somebody has written her own. */
	proposeMinutes(): void {
		if (!this.opened || this.opened.ended || this.hasOwnMinutes) return;
		this.codes.minutes = String(Math.max(1, Math.round((instant() - this.#began) / 60_000)));
	}

	/** How far it was read in this console, though the server's list may not know it yet. */
	get readUntil(): number {
		return this.#readTold;
	}

	noteVisitorRead(seq: number): void {
		if (this.opened && seq > this.opened.visitorRead) this.opened = { ...this.opened, visitorRead: seq };
	}

	/** She erased it, or another organisation goes on with it. */
	forget(why: 'erased' | 'moved'): void {
		this.isGone = true;
		this.isMoved = why === 'moved';
		this.messages = [];
		this.notebook.notes = [];
		this.going = [];
	}

	#prefill({ conversation, minutes, draft }: Opened, book: Book): void {
		if (this.opened) return;
		this.#restore(draft);
		const card = book.cards.find(({ id }) => id === cardOfPage(conversation.page, book));
		this.#began = instant() - minutes * 60_000;
		this.cardId = card?.id ?? '';
		const stuckAt = stuckAtOfPage(conversation.page, book) ?? '';
		const codes = { serviceId: card?.id ?? '', topic: card?.topic ?? '', minutes: String(minutes), stuckAt };
		this.codes = { ...this.codes, ...codes };
	}

	#restore(draft: Opened['draft']): void {
		if (!draft || this.draft !== '') return;
		this.draft = draft.text;
		this.#begunAfter = draft.after;
		this.keeper.restored(draft.text);
	}

	async #keep(begun: Begun): Promise<boolean> {
		const path = `/staff/conversations/${this.id}/draft`;
		return !isRefused(await ask<object>('POST', path, begun, { keepalive: true }));
	}

	async #post({ id, text }: Pending): Promise<Acknowledged | { refused: string }> {
		const { after, card, language } = this.going.find((going) => going.id === id) ?? {};
		const what = card ? { card } : { text, language };
		const answer = await ask<Acknowledged>('POST', '/staff/desk/messages', {
			...{ id: this.id, clientId: id, after },
			...what,
		});
		if (!isRefused(answer)) return answer;
		if (answer.refused === 'offline') throw new Error('nothing is known of the outcome');
		return { refused: answer.fields.text ?? answer.refused };
	}

	#settle(id: string, state: Going['state'], why: string | null, seq = 0): void {
		const one = this.going.find((going) => going.id === id);
		if (one) Object.assign(one, { state, why });
		if (seq > 0 && this.messages.some(({ clientId }) => clientId === id))
			this.going = this.going.filter((g) => g.id !== id);
	}
}
