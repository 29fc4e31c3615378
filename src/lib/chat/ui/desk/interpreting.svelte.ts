import { SvelteMap } from 'svelte/reactivity';
import type { Interpreting as Told, SeenClerk } from '../../interpreting/seen.server.ts';
import type { Sides } from '../../interpreting/rendering.ts';
import { type Acknowledged, makeOutbox, type Pending } from '../visitor/outbox.ts';
import { ask, isRefused, type Refused } from './ask.ts';

/** What the interpreter has begun to say of one message. */
export type Begun = { text: string; isDraft: boolean; state: 'writing' | 'sending' | 'failed'; why: string | null };
type Saying = { readonly seq: number; readonly language: string; readonly isDraft: boolean };

/** The clerk in one conversation, and what is being said in the other's language. Nothing of it is stored here. */
export class Interpreting {
	readonly #path: string;
	readonly #id: string;
	clerk = $state.raw<SeenClerk | null>(null);
	hasMachine = $state(false);
	/** The fresh link, until the console leaves the page. */
	link = $state<string | null>(null);
	refused = $state<string | null>(null);
	isBusy = $state(false);
	/** She writes to the clerk, in the clerk's language. */
	isToClerk = $state(false);
	readonly begun = new SvelteMap<number, Begun>();
	readonly #outbox = makeOutbox({
		send: (pending) => this.#post(pending),
		stored: ({ id }) => this.#settle(id, null),
		trying: () => undefined,
		failed: ({ id }, why) => this.#settle(id, why),
	});
	readonly #sayings = new Map<string, Saying>();

	constructor(id: string) {
		this.#id = id;
		this.#path = `/staff/conversations/${id}`;
	}

	get hasUnsaved(): boolean {
		return [...this.begun.values()].some(({ text }) => text.trim() !== '');
	}

	/** In whose languages the two sides write. */
	sides(visitor: string): Sides {
		const { language, fromSeq } = this.clerk ?? {};
		const isThere = language !== undefined && fromSeq !== null && fromSeq !== undefined;
		return { visitor, clerk: isThere ? { language, fromSeq } : null };
	}

	/** Into which language she writes now, if not into the visitor's. */
	get language(): string | undefined {
		return this.isToClerk && this.clerk?.signed ? this.clerk.language : undefined;
	}

	take({ clerk, drafts }: Told): void {
		this.clerk = clerk;
		this.hasMachine = drafts;
		if (!clerk || clerk.signed) this.link = null;
	}

	async fetch(): Promise<void> {
		const answer = await ask<Told>('GET', `${this.#path}/clerk`);
		if (!isRefused(answer)) this.take(answer);
	}

	async invite(language: string, seesAll: boolean): Promise<void> {
		const answer = await this.#order<{ link: string; language: string }>('clerk', { language, seesAll });
		if (isRefused(answer)) return;
		await this.fetch();
		this.link = `${location.origin}/${answer.language}/clerk#${answer.link}`;
	}

	async dismiss(): Promise<void> {
		await this.#order('clerk/dismissal', {});
		this.link = null;
		await this.fetch();
	}

	write(seq: number, text: string): void {
		const known = this.begun.get(seq);
		this.begun.set(seq, { isDraft: false, ...known, text, state: 'writing', why: null });
	}

	/** Opens the field of a message that was said already. */
	mend(seq: number, text: string, isDraft: boolean): void {
		this.begun.set(seq, { text, isDraft, state: 'writing', why: null });
	}

	drop(seq: number): void {
		this.begun.delete(seq);
	}

	/** What a machine makes of it, into the field: nobody else sees it until she sends it. */
	async draft(seq: number, language: string): Promise<void> {
		const answer = await this.#order<{ text: string }>('machine-draft', { seq, language });
		if (!isRefused(answer)) this.begun.set(seq, { text: answer.text, isDraft: true, state: 'writing', why: null });
	}

	say(seq: number, language: string): void {
		const begun = this.begun.get(seq);
		const text = begun?.text.trim() ?? '';
		if (!begun || text === '' || begun.state === 'sending') return;
		const id = crypto.randomUUID();
		this.#sayings.set(id, { seq, language, isDraft: begun.isDraft });
		this.begun.set(seq, { ...begun, state: 'sending', why: null });
		this.#outbox.put({ id, text });
	}

	async #post({ id: clientId, text }: Pending): Promise<Acknowledged | { refused: string }> {
		const body = { id: this.#id, clientId, text, rendering: this.#sayings.get(clientId) };
		const answer = await ask<Acknowledged>('POST', '/staff/desk/messages', body);
		if (!isRefused(answer)) return answer;
		if (answer.refused === 'offline') throw new Error('nothing is known of the outcome');
		return { refused: answer.fields.text ?? answer.refused };
	}

	#settle(id: string, why: string | null): void {
		const seq = this.#sayings.get(id)?.seq ?? 0;
		this.#sayings.delete(id);
		const begun = this.begun.get(seq);
		if (why === null) this.begun.delete(seq);
		else if (begun) this.begun.set(seq, { ...begun, state: 'failed', why });
	}

	async #order<Answer>(what: string, body: object): Promise<Answer | Refused> {
		this.isBusy = true;
		const answer = await ask<Answer>('POST', `${this.#path}/${what}`, body);
		this.isBusy = false;
		this.refused = isRefused(answer) ? answer.refused : null;
		return answer;
	}
}
