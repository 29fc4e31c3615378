import type { Message } from '#lib/chat/index.ts';
import type { Standing } from './standing.ts';

/** The stream of a conversation in the browser: every step once, in order, however often the line breaks. */
export type FeedHooks = {
	step(message: Message): void;
	state(standing: Standing): void;
	typing(): void;
	gone(): void;
	line(isUp: boolean): void;
};

const SILENT_MS = 40_000;
const AGAIN_MS = 2_000;

export function followFeed(
	address: string,
	after: number,
	hooks: FeedHooks,
): { readonly cursor: number; reconnect(): void } {
	let cursor = after;
	let source: EventSource | undefined;
	let heardAt = Date.now();
	let ended = false;

	const connect = (): void => {
		source?.close();
		if (ended) return;
		source = new EventSource(`${address}?after=${cursor}`);
		source.onopen = () => hooks.line(true);
		source.onmessage = (event) => take(JSON.parse(event.data));
		on('state', (data) => hooks.state(JSON.parse(data)));
		on('typing', () => hooks.typing());
		on('beat', () => undefined);
		on('gone', () => {
			ended = true;
			source?.close();
			hooks.gone();
		});
		source.onerror = () => {
			hooks.line(false);
			// The browser reconnects by itself unless the answer was no stream at all.
			if (source?.readyState === EventSource.CLOSED) setTimeout(connect, AGAIN_MS);
		};
	};
	const on = (name: string, hear: (data: string) => void): void => {
		source?.addEventListener(name, (event) => {
			heardAt = Date.now();
			hear((event as MessageEvent<string>).data);
		});
	};
	const take = (message: Message): void => {
		heardAt = Date.now();
		if (message.seq <= cursor) return;
		if (message.seq > cursor + 1) return connect();
		cursor = message.seq;
		hooks.step(message);
	};
	// A half-open line says nothing for ever: drop it. After sleep or a lost network: read on from the cursor.
	setInterval(() => Date.now() - heardAt > SILENT_MS && reconnect(), 5_000);
	const reconnect = (): void => {
		heardAt = Date.now();
		connect();
	};
	window.addEventListener('online', reconnect);
	document.addEventListener('visibilitychange', () => {
		if (!document.hidden && Date.now() - heardAt > 20_000) reconnect();
	});
	connect();
	return {
		get cursor() {
			return cursor;
		},
		reconnect,
	};
}
