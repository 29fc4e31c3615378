import { mask } from '#lib/privacy/index.ts';
import { maskCertain } from './maskCertain.ts';
import type { Sending } from './messages/sending.server.ts';
import { type RecentText, recentInMemory } from './recent.server.ts';

type Masked = ReturnType<typeof mask>;
type Before = readonly RecentText[];
type Ahead = { readonly before: Before; readonly masked: Masked };

const ahead = new WeakMap<Sending, Ahead>();

/** Masks while the database is awaited, with what is in memory of its author's texts; only speed hangs on it. */
export function maskAhead(sending: Sending): void {
	if (sending.card || sending.picture || ahead.has(sending)) return;
	const before = recentInMemory(sending.conversationId, sending.by.author);
	if (before) ahead.set(sending, { before, masked: masked(sending, before) });
}

/** `before`: its author's texts until now, as they stand under the lock of the conversation. */
export function maskAfter(sending: Sending, before: Before): Masked {
	const early = ahead.get(sending);
	// The very same list: each text that was stored or hidden since, here or on another node, has made a new one.
	return early?.before === before ? early.masked : masked(sending, before);
}

function masked({ text, notSecret }: Sending, before: Before): Masked {
	const texts = before.map((recent) => recent.text);
	return notSecret ? maskCertain(text, texts) : mask(text, { before: texts });
}
