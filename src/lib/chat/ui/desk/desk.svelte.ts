import { SvelteMap } from 'svelte/reactivity';
import { instant } from '#lib/platform/clock.ts';
import { Absence } from './absence.ts';
import { afresh } from './afresh.ts';
import { ask, isRefused, type Refused } from './ask.ts';
import { type Line, openLine } from './line.ts';
import { idsIn, NOTHING, rowIn, waitingOnly } from './queue.ts';
import type { Book, DeskView, Listed, State } from './shown.ts';
import { Talk } from './talk.svelte.ts';
import { ring } from './tone.ts';

export type Pane = 'list' | 'talk' | 'card';

const TICK_MS = 10_000;
/** The stream brings at most so many conversations at once. */
const MOST_FOLLOWED = 12;

/** The desk in this browser: its lists, the conversation that is open, and the one line to the server. */
export class Desk {
	readonly book: Book;
	view = $state.raw<DeskView>(NOTHING);
	now = $state(0);
	pane = $state<Pane>('list');
	openId = $state<string | null>(null);
	isUp = $state(true);
	isSignedOut = $state(false);
	notice = $state<string | null>(null);
	isBusy = $state(false);
	hasSound = $state(true);
	hasKeys = $state(true);
	readonly absence: Absence;
	/** Until when her conversations wait while the line is down; how long she was away, told once when it is up. */
	waitsUntil = $state<number | null>(null);
	wasAway = $state<number | null>(null);
	readonly talks = new SvelteMap<string, Talk>();
	#skew = 0;
	#line: Line | undefined;
	#followed = new Set<string>();
	/** Takes the lists afresh. */
	readonly refresh = afresh(() => this.#fetchLists());

	constructor(first: State, book: Book, awayMinutes: number) {
		this.book = book;
		this.absence = new Absence(awayMinutes);
		this.view = first.view;
		this.now = first.now;
		this.#skew = first.now - instant();
	}

	get waiting(): readonly Listed[] {
		return waitingOnly(this.view);
	}

	get talk(): Talk | null {
		return (this.openId && this.talks.get(this.openId)) || null;
	}

	get row(): Listed | null {
		return rowIn(this.view, this.openId);
	}

	get isMine(): boolean {
		return this.view.mine.some(({ id }) => id === this.openId);
	}

	get hasUnsaved(): boolean {
		return [...this.talks.values()].some((talk) => talk.hasUnsaved);
	}

	/** How many people wait for a word from here: for the title of the window. */
	get calling(): number {
		return this.waiting.length + this.view.offers.length + this.view.mine.filter((row) => this.unread(row) > 0).length;
	}

	unread(row: Listed): number {
		const talk = this.talks.get(row.id);
		return Math.max(0, Math.max(row.lastSeq, talk?.seq ?? 0) - Math.max(row.helperRead, talk?.readUntil ?? 0));
	}

	/** Begins to listen; gives the way to stop. */
	start(): () => void {
		for (const row of this.view.mine) this.#talkOf(row.id, row.lastSeq);
		const tick = setInterval(() => this.#tick(), TICK_MS);
		this.#line = openLine({
			following: () => this.#following(),
			queue: () => void this.refresh(),
			message: (id, message) => {
				const talk = this.talks.get(id);
				if (!talk) return;
				if (message.kind === 'left' && this.view.mine.some((row) => row.id === id)) talk.isGivenBack = true;
				if (talk.hear(message)) void talk.fetch(this.book);
				if (message.author === 'visitor' && document.hidden) this.#ring();
				this.noteRead();
			},
			typing: (id) => this.talks.get(id)?.noteTyping(),
			read: (id, seq) => this.talks.get(id)?.noteVisitorRead(seq),
			notes: (id) => void this.talks.get(id)?.notebook.fetch(),
			clerk: (id) => void this.talks.get(id)?.interpreting.fetch(),
			gone: (id) => this.talks.get(id)?.forget('erased'),
			moved: (id) => this.talks.get(id)?.forget('moved'),
			signedOut: () => this.#signOut(),
			here: (isHeard) => this.#noteHere(isHeard),
			line: (isUp) => {
				this.#noteLine(isUp);
				void this.refresh();
			},
		});
		return () => {
			clearInterval(tick);
			this.#line?.close();
		};
	}

	async open(id: string): Promise<void> {
		const talk = this.#talkOf(id, rowIn(this.view, id)?.lastSeq ?? 0);
		void this.talk?.keeper.flush();
		this.notice = null;
		this.openId = id;
		this.pane = 'talk';
		if (!talk.opened) this.#say(await talk.fetch(this.book));
		if (talk.opened) this.#followAll();
		this.noteRead();
	}

	async claim(id: string): Promise<void> {
		const isHers = await this.#order(id, 'claim');
		await this.refresh();
		if (isHers) await this.open(id);
	}

	/** Takes over what a colleague offers. */
	async accept(id: string): Promise<void> {
		const isHers = await this.#order(id, 'handover/acceptance');
		await this.refresh();
		if (isHers) await this.open(id);
	}

	async decline(id: string): Promise<void> {
		await this.#order(id, 'handover/refusal', { clientId: crypto.randomUUID() });
		await this.refresh();
	}

	async release(talk: Talk): Promise<void> {
		if (await this.#order(talk.id, 'release')) this.#leave(talk);
		await this.refresh();
	}

	async block(talk: Talk): Promise<void> {
		if (await this.#order(talk.id, 'block')) talk.closed = 'blocked';
		await this.refresh();
	}

	async close(talk: Talk): Promise<void> {
		const answer = await this.#post<{ closingId: string }>(talk.id, 'closure', talk.codes);
		talk.faults = isRefused(answer) ? answer.fields : {};
		if (isRefused(answer)) return void this.#say(answer);
		talk.closed = { closingId: answer.closingId, isCounted: talk.codes.outcome !== 'not-a-contact' };
		await this.refresh();
	}

	/** After a new sign-in, in another tab: everything goes on where it was. */
	async resume(): Promise<void> {
		this.isSignedOut = false;
		await this.refresh();
		if (this.isSignedOut) return;
		this.#line?.reopen();
		for (const talk of this.talks.values()) talk.sendAgain();
	}

	/** What stands open before somebody's eyes has been read. */
	noteRead(): void {
		const isSeen = !document.hidden && (this.pane === 'talk' || isWide());
		if (isSeen && this.isMine && !this.isBusy && !this.talk?.closed) this.talk?.tellRead();
	}

	async #fetchLists(): Promise<void> {
		const answer = await ask<State>('GET', '/staff/desk/state');
		if (!isRefused(answer)) this.#takeLists(answer);
		else if (answer.refused === 'signed-out') this.#signOut();
		this.noteRead();
	}

	#takeLists({ view, now }: State): void {
		const known = idsIn(this.view);
		for (const { id } of this.view.mine) this.#noteGivenBack(id, view);
		this.#skew = now - instant();
		this.now = now;
		this.view = view;
		if ([...this.waiting, ...view.offers].some(({ id }) => !known.has(id))) this.#ring();
		for (const row of view.mine) this.#talkOf(row.id, row.lastSeq);
		this.#followAll();
	}

	#noteHere(isHeard: boolean): void {
		if (isHeard && this.isUp) return this.absence.heard();
		if (isHeard === this.isUp) return;
		this.#noteLine(isHeard);
		if (isHeard) void this.refresh();
	}

	#noteLine(isUp: boolean): void {
		if (isUp) this.absence.returned();
		else this.absence.lost();
		this.isUp = isUp;
		if (isUp) void this.talk?.notebook.fetch();
		if (isUp) void this.talk?.interpreting.fetch();
		this.waitsUntil = this.absence.until;
		this.wasAway = this.absence.away ?? this.wasAway;
	}

	/** What she held before she was away for too long, and does not hold any more. */
	#noteGivenBack(id: string, view: DeskView): void {
		const talk = this.talks.get(id);
		const isStillHers = view.mine.some((row) => row.id === id);
		if (talk) talk.isGivenBack = !isStillHers && (talk.isGivenBack || this.absence.wasTooLong);
	}

	#talkOf(id: string, seq: number): Talk {
		const known = this.talks.get(id);
		if (known) return known;
		const talk = new Talk(id, seq, {
			signedOut: () => this.#signOut(),
			behind: () => void this.talks.get(id)?.fetch(this.book),
		});
		this.talks.set(id, talk);
		return talk;
	}

	/** What is open to be read, and her own, the newest of them. */
	#wanted(): string[] {
		const open = this.talk?.opened ? [this.talk.id] : [];
		const mine = this.view.mine.map(({ id }) => id).filter((id) => !open.includes(id));
		return [...mine.slice(open.length - MOST_FOLLOWED), ...open];
	}

	#following(): { id: string; seq: number }[] {
		const followed = this.#wanted().flatMap((id) => this.talks.get(id) ?? []);
		this.#followed = new Set(followed.map(({ id }) => id));
		return followed.map(({ id, seq, opened, messages }) => ({ id, seq: opened ? (messages.at(-1)?.seq ?? 0) : seq }));
	}

	#followAll(): void {
		if (this.#wanted().some((id) => !this.#followed.has(id))) this.#line?.reopen();
	}

	async #order(id: string, what: string, body: object = {}): Promise<boolean> {
		const answer = await this.#post(id, what, body);
		this.#say(isRefused(answer) ? answer : null);
		return !isRefused(answer);
	}

	async #post<Answer>(id: string, what: string, body: object): Promise<Answer | Refused> {
		this.isBusy = true;
		const answer = await ask<Answer>('POST', `/staff/conversations/${id}/${what}`, body);
		this.isBusy = false;
		return answer;
	}

	#leave(talk: Talk): void {
		if (!talk.hasUnsaved) this.talks.delete(talk.id);
		this.openId = null;
		this.pane = 'list';
	}

	#say(refused: Refused | null): void {
		if (refused?.refused === 'signed-out') this.#signOut();
		this.notice = refused && refused.refused !== 'signed-out' ? refused.refused : null;
	}

	#signOut(): void {
		this.isSignedOut = true;
	}

	#tick(): void {
		this.now = instant() + this.#skew;
		for (const talk of this.talks.values()) talk.proposeMinutes();
	}

	#ring(): void {
		if (this.hasSound) ring();
	}
}

function isWide(): boolean {
	return matchMedia('(min-width: 64em)').matches;
}
