import type { IncomingMessage, ServerResponse } from 'node:http';
import { safetyHeaders } from './headers.ts';

/** A stream of events to one browser. `id` is what the browser sends back as `Last-Event-ID` when it returns. */
export type Stream = {
	send(event: { id?: number; name?: string; data: unknown }): void;
	/** Runs once, when the browser is gone or the stream was ended. */
	onClose(work: () => void): void;
	end(): void;
	readonly isOpen: boolean;
};

export type StreamLimits = { perSession: number; perAddress: number; perNode: number };

const HEARTBEAT_MS = 15_000;
/** More than this unread in the buffer means that nobody reads any more. */
const LARGEST_BACKLOG = 1_000_000;
type Held = { stream: Stream; session: string; source: string };
const open = new Set<Held>();

/** Opens a stream; the oldest of the same session gives way, and null says that the node or the address is full. */
export function openStream(
	request: IncomingMessage,
	response: ServerResponse,
	from: { session: string; source: string; secure: boolean },
	limits: StreamLimits,
): Stream | null {
	const same = [...open].filter((held) => held.session === from.session);
	if (same.length >= limits.perSession) same[0]?.stream.end();
	const atAddress = [...open].filter((held) => held.source === from.source).length;
	if (open.size >= limits.perNode || atAddress >= limits.perAddress) return null;
	const stream = makeStream(request, response, from.secure);
	const held: Held = { stream, session: from.session, source: from.source };
	open.add(held);
	stream.onClose(() => open.delete(held));
	return stream;
}

/** When the site stops: every browser reconnects, to the next node or to this one when it is back. */
export function endAllStreams(): void {
	for (const held of [...open]) held.stream.end();
}

function makeStream(request: IncomingMessage, response: ServerResponse, secure: boolean): Stream {
	const closing: (() => void)[] = [];
	let isOpen = true;
	response.writeHead(200, {
		...safetyHeaders(secure),
		'content-type': 'text/event-stream; charset=utf-8',
		'cache-control': 'no-store',
		'x-accel-buffering': 'no',
	});
	response.write('retry: 2000\n\n');
	const write = (text: string): void => {
		if (!isOpen) return;
		response.write(text);
		if (response.writableLength > LARGEST_BACKLOG) response.destroy();
	};
	// A named event, not a comment: a page cannot hear comments, and drops a stream that has been silent too long.
	const beat = setInterval(() => write('event: beat\ndata: 1\n\n'), HEARTBEAT_MS);
	const close = (): void => {
		if (!isOpen) return;
		isOpen = false;
		clearInterval(beat);
		for (const work of closing) work();
	};
	request.on('close', close);
	response.on('close', close);
	response.on('error', close);
	// Gone while we asked who she is: nothing tells us any more, and her place would be taken for ever.
	if (response.closed) close();
	return {
		send: ({ id, name, data }) =>
			write(
				`${id === undefined ? '' : `id: ${id}\n`}${name ? `event: ${name}\n` : ''}data: ${JSON.stringify(data)}\n\n`,
			),
		onClose: (work) => void (isOpen ? closing.push(work) : work()),
		end: () => {
			response.end();
			close();
		},
		get isOpen() {
			return isOpen;
		},
	};
}
