import { openListener } from './db/database.server.ts';
import { logError } from './log.server.ts';
import { newId } from './randomness.server.ts';

/**
 * Tells listeners on this node at once, and those on other nodes through the database, *that* something changed:
 * a topic and an id, never words of people. An announcement may be lost; whoever listens repairs itself from its own
 * cursor when `resync` comes.
 */
export interface Bus {
	announce(topic: string, id: string): void;
	/** The same, for those who know it on this node already. */
	announceElsewhere(topic: string, id: string): void;
	on(topic: string, hear: (id: string) => void): () => void;
	close(): Promise<void>;
}

export const RESYNC = 'resync';
const CHANNEL = 'silta';
const RECONNECT_MS = 500;
const LARGEST_PAYLOAD = 7_500; // PostgreSQL refuses 8000 bytes and more

type Listener = Awaited<ReturnType<typeof openListener>>;
type Listeners = Map<string, Set<(id: string) => void>>;

export function localBus(): Bus {
	const listeners: Listeners = new Map();
	return {
		announce: (topic, id) => tell(listeners, topic, id),
		announceElsewhere: () => undefined,
		on: (topic, hear) => add(listeners, topic, hear),
		close: async () => listeners.clear(),
	};
}

/**
 * One connection a node. NOTIFY is sent after the commit it tells of, coalesced, on a connection that does not wait
 * for the disk: inside the transaction it would serialise all commits (measured: 0.2 of the rate). A node that has heard
 * of no other rings for nobody; each says so when it begins to listen, and whoever hears of one for the first time looks
 * again, and lets all the others look again, for what was not rung meanwhile.
 */
export function postgresBus(url: string): Bus {
	const listeners: Listeners = new Map();
	const node = newId();
	const others = new Set<string>();
	const waiting = new Set<string>();
	let connection: Listener | undefined;
	let sending = false;
	let closed = false;

	const hear = (payload: string): void => {
		const [from = node, ...pairs] = payload.split('\n');
		if (from === node) return;
		if (!others.has(from)) meet(from);
		for (const pair of pairs) {
			const cut = pair.indexOf(' ');
			tell(listeners, pair.slice(0, cut), pair.slice(cut + 1));
		}
	};
	const meet = (other: string): void => {
		others.add(other);
		tell(listeners, RESYNC, '');
		announceElsewhere(RESYNC, '');
	};
	/** Until this connection is over, however it ends. */
	const listenOnce = async (): Promise<void> => {
		const fresh = await openListener(url);
		const ended = new Promise<void>((resolve) => fresh.once('end', () => resolve()));
		try {
			fresh.on('notification', (message) => hear(message.payload ?? ''));
			await fresh.query('set synchronous_commit = off');
			await fresh.query(`listen ${CHANNEL}`);
			if (closed) return;
			connection = fresh;
			await ring(fresh, [node]);
			tell(listeners, RESYNC, '');
			void send();
			await ended;
		} finally {
			connection = undefined;
			await Promise.race([fresh.end().catch(() => undefined), ended]);
		}
	};
	/** One after the other: of two at once one would be forgotten, hear everything again, and keep the node from ending. */
	const keepListening = async (): Promise<void> => {
		while (!closed) {
			await listenOnce().catch(() => undefined);
			if (!closed) await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
		}
	};
	const send = async (): Promise<void> => {
		if (sending || !connection) return;
		sending = true;
		try {
			while (waiting.size > 0 && connection) {
				await ring(connection, [node, ...takeBatch(waiting)]);
			}
		} catch (error) {
			logError('bus', error);
		}
		sending = false;
	};
	void keepListening();
	const announceElsewhere = (topic: string, id: string): void => {
		if (others.size === 0) return;
		waiting.add(`${topic} ${id}`);
		setImmediate(() => void send());
	};

	return {
		announce(topic, id) {
			tell(listeners, topic, id);
			announceElsewhere(topic, id);
		},
		announceElsewhere,
		on: (topic, listener) => add(listeners, topic, listener),
		async close() {
			closed = true;
			listeners.clear();
			await connection?.end().catch(() => undefined);
		},
	};
}

async function ring(connection: Listener, lines: readonly string[]): Promise<void> {
	const values = [CHANNEL, lines.join('\n')];
	await connection.query({ name: 'ring', text: 'select pg_notify($1, $2)', values });
}

function takeBatch(waiting: Set<string>): string[] {
	const batch: string[] = [];
	let size = 40;
	for (const pair of waiting) {
		size += pair.length + 1;
		if (batch.length > 0 && size > LARGEST_PAYLOAD) break;
		batch.push(pair);
		waiting.delete(pair);
	}
	return batch;
}

function add(listeners: Listeners, topic: string, hear: (id: string) => void): () => void {
	const set = listeners.get(topic) ?? new Set();
	listeners.set(topic, set.add(hear));
	return () => {
		set.delete(hear);
		if (set.size === 0 && listeners.get(topic) === set) listeners.delete(topic);
	};
}

function tell(listeners: Listeners, topic: string, id: string): void {
	for (const hear of [...(listeners.get(topic) ?? [])]) {
		try {
			hear(id);
		} catch (error) {
			logError('bus-listener', error, { topic });
		}
	}
}
