import { Away } from '#lib/platform/away.ts';
import { RESYNC } from '#lib/platform/bus.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { logError } from '#lib/platform/log.server.ts';
import type { Message } from './conversation.ts';
import { hearForgetting } from './forget.server.ts';
import { messages } from './messages/store.server.ts';
import { conversations } from './store.server.ts';
import { openRows } from './words.server.ts';

/**
 * Brings each step of a conversation to everybody who reads it on this node, in order, once. A doorbell from another
 * node, a lost doorbell, a reconnected reader and a long absence are all the same: read what comes after the cursor.
 */
export type Reader = {
	/** The last number this reader has. */
	cursor: number;
	take(message: Message): void;
	/** Something that is no step: the other side types, or has read. */
	hear(sign: Sign): void;
};
export type Sign = { readonly name: 'typing'; by: 'visitor' | 'helper' } | { readonly name: 'read' };

const PAGE = 200;
const LOOK_MS = 15_000;
const readers = new Map<string, Set<Reader>>();
const reading = new Map<string, 'once' | 'again'>();

/** Starts listening to the bus; gives the way to stop. Lost doorbells are mended by a look every 15 seconds. */
export function startLive(): () => void {
	const { bus } = ground();
	const lookAtAll = (): void => [...readers.keys()].forEach((id) => void catchUp(id));
	const stops = [
		bus.on('conversation', (id) => void catchUp(id)),
		bus.on('typing', (pair) => tellTyping(pair)),
		bus.on('read', (id) => tell(id, { name: 'read' })),
		bus.on(RESYNC, lookAtAll),
		...hearForgetting(),
	];
	const timer = setInterval(lookAtAll, LOOK_MS);
	return () => {
		clearInterval(timer);
		for (const stop of stops) stop();
	};
}

/** Reads on from the reader's cursor until the returned function is called. */
export function follow(conversationId: string, reader: Reader): () => void {
	const set = readers.get(conversationId) ?? new Set();
	readers.set(conversationId, set.add(reader));
	void catchUp(conversationId);
	return () => {
		set.delete(reader);
		if (set.size === 0 && readers.get(conversationId) === set) readers.delete(conversationId);
	};
}

/** Steps that were just committed on this node: handed over without another look into the database. */
export function deliver(conversationId: string, fresh: readonly Message[]): void {
	for (const reader of readers.get(conversationId) ?? []) {
		for (const message of fresh) give(reader, message);
		const last = fresh.at(-1);
		if (last && reader.cursor < last.seq) void catchUp(conversationId);
	}
	ground().bus.announceElsewhere('conversation', conversationId);
}

export function announceTyping(conversationId: string, by: 'visitor' | 'helper'): void {
	ground().bus.announce('typing', `${conversationId} ${by}`);
}

function give(reader: Reader, message: Message): void {
	if (message.seq !== reader.cursor + 1) return;
	reader.cursor = message.seq;
	reader.take(message);
}

async function catchUp(id: string): Promise<void> {
	if (!readers.has(id)) return;
	if (reading.has(id)) return void reading.set(id, 'again');
	reading.set(id, 'once');
	try {
		do {
			reading.set(id, 'once');
			await readOn(id);
		} while (reading.get(id) === 'again');
	} catch (error) {
		if (!(error instanceof Away)) logError('live', error);
	} finally {
		reading.delete(id);
	}
}

async function readOn(id: string): Promise<void> {
	for (let more = true; more; ) {
		const set = readers.get(id);
		const conversation = set && (await conversations(ground().db).byId(id));
		if (!set || !conversation) return;
		const from = Math.min(...[...set].map((reader) => reader.cursor));
		if (from >= conversation.lastSeq) return;
		const rows = await messages(ground().db).after(id, from, PAGE);
		for (const message of await openRows(conversation, rows)) for (const reader of set) give(reader, message);
		more = rows.length === PAGE;
	}
}

function tellTyping(pair: string): void {
	const [id = '', by] = pair.split(' ');
	tell(id, { name: 'typing', by: by === 'helper' ? 'helper' : 'visitor' });
}

function tell(id: string, sign: Sign): void {
	for (const reader of readers.get(id) ?? []) reader.hear(sign);
}
