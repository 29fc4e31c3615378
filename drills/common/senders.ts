import { setTimeout as pause } from 'node:timers/promises';
import type { Sendings } from '../kill/judge.ts';
import type { Door } from './door.ts';
import { type Screen, visitorScreen } from './screen.ts';
import { type Acked, isAcked, openVisitor, sendOnce, type Visitor } from './visitor.ts';

/**
 * Faults that can be planted, so that each drill is seen to fail: a sender that takes silence for success, one that sends
 * again under another id, a page that comes back without its place.
 */
export type SenderFault = 'trusting' | 'new-id' | 'forgetful';

/** People who write all the time, through whatever happens to the site meanwhile, each with her page open. */
export type Senders = {
	/** Waits until so many more messages were acknowledged. */
	goOn(messages: number): Promise<void>;
	/** Stops writing; gives what each knows to be stored. */
	stop(): Promise<Sendings[]>;
	/** What each would find now, reading from the beginning. */
	found(): Promise<string[][]>;
	/** What each has on her screen, once it has caught up. */
	screens(): Promise<string[][]>;
	close(): void;
};

const MOST_TRIES = 400;
const CAUGHT_UP_MS = 15_000;
const LONGEST_STILL_MS = 20_000;

export async function startSenders(door: Door, count: number, fault?: string): Promise<Senders> {
	const names = Array.from({ length: count }, (_, at) => `visitor${at}x`);
	const visitors = await Promise.all(names.map((name) => openVisitor(door.address, name)));
	const pages = visitors.map(({ visit }) => visitorScreen(door.address, () => visit.headers(), fault === 'forgetful'));
	const state = { running: true, acked: 0, last: [] as number[] };
	const sending = visitors.map((visitor) => keepSending(visitor, state, fault));
	return {
		async goOn(messages) {
			const end = performance.now() + LONGEST_STILL_MS;
			const wanted = state.acked + messages;
			while (state.acked < wanted && performance.now() < end) await pause(20);
		},
		async stop() {
			state.running = false;
			const sent = await Promise.all(sending);
			const ends = visitors.map((visitor) => untilAcked(visitor, `${visitor.name}-end`, 'the end', blank()));
			state.last = (await Promise.all(ends)).map((end) => end?.seq ?? 0);
			return sent;
		},
		async found() {
			const fresh = visitors.map(({ visit }) => visitorScreen(door.address, () => visit.headers()));
			const texts = await Promise.all(fresh.map((screen, at) => textsUntil(screen, state.last[at] ?? 0)));
			for (const screen of fresh) screen.close();
			return texts;
		},
		screens: () => Promise.all(pages.map((screen, at) => textsUntil(screen, state.last[at] ?? 0))),
		close() {
			state.running = false;
			for (const page of pages) page.close();
		},
	};
}

const blank = (): Sendings => ({ acked: [], unknown: 0 });

type State = { running: boolean; acked: number };

/** Sends one message after the other; one without an answer is sent again under its id until there is one. */
async function keepSending(visitor: Visitor, state: State, fault?: string): Promise<Sendings> {
	const sent = blank();
	for (let number = 0; state.running; number += 1) {
		const text = `${visitor.name} says ${number}`;
		if (await untilAcked(visitor, `${visitor.name}-${number}-id`, text, sent, fault)) {
			sent.acked.push(text);
			state.acked += 1;
		}
		await pause(150 + Math.random() * 250);
	}
	return sent;
}

async function untilAcked(
	visitor: Visitor,
	id: string,
	text: string,
	sent: Sendings,
	fault?: string,
): Promise<Acked | null> {
	for (let tries = 0; tries < MOST_TRIES; tries += 1) {
		const outcome = await sendOnce(visitor, fault === 'new-id' && tries > 0 ? `${id}-${tries}` : id, text);
		if (isAcked(outcome)) return outcome;
		sent.unknown += 1;
		if (fault === 'trusting') return { seq: 0, text };
		await pause(150);
	}
	return null;
}

async function textsUntil(screen: Screen, seq: number): Promise<string[]> {
	const end = performance.now() + CAUGHT_UP_MS;
	while ((screen.shown.at(-1)?.seq ?? 0) < seq && performance.now() < end) await pause(20);
	return screen.shown.flatMap(({ kind, text }) => (kind === 'text' && text?.includes(' says ') ? [text] : []));
}
