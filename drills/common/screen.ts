import http from 'node:http';
import { eventsOf } from '../../bench/common/eventStream.ts';

/**
 * What somebody sees who reads a stream as the page does: each step once, in order, however often the line breaks.
 * `isForgetful` is the planted fault: it comes back without saying where it was.
 */
export type Step = {
	readonly seq: number;
	readonly kind: string;
	readonly author: string;
	readonly text: string | null;
};
export type Screen = {
	readonly shown: readonly Step[];
	/** Names of events that were no steps, such as typing. */
	readonly signs: readonly string[];
	readonly lines: number;
	close(): void;
};
type Reading = {
	readonly address: string;
	readonly headers: () => Record<string, string>;
	readonly path: (after: number) => string;
	readonly stepIn: (data: string) => Step | null;
	readonly isForgetful?: boolean;
};

const AGAIN_MS = 150;

/** A visitor's own conversation. */
export function visitorScreen(address: string, headers: () => Record<string, string>, isForgetful = false): Screen {
	const path = (after: number): string => `/api/chat/stream?after=${after}`;
	return openScreen({ address, headers, path, isForgetful, stepIn: (data) => JSON.parse(data) as Step });
}

/** One conversation in a helper's console. */
export function deskScreen(address: string, headers: () => Record<string, string>, id: string): Screen {
	const path = (after: number): string => `/staff/desk/stream?open=${id}:${after}`;
	const stepIn = (data: string): Step | null => {
		const body = JSON.parse(data) as { id: string; message: Step };
		return body.id === id ? body.message : null;
	};
	return openScreen({ address, headers, path, stepIn });
}

function openScreen(reading: Reading): Screen {
	const state = { shown: [] as Step[], signs: [] as string[], lines: 0, cursor: 0, closed: false };
	let sent: http.ClientRequest | undefined;
	const again = (): void => void setTimeout(connect, AGAIN_MS);
	const connect = (): void => {
		if (state.closed) return;
		state.lines += 1;
		const after = reading.isForgetful ? 0 : state.cursor;
		const url = reading.address + reading.path(after);
		if (reading.isForgetful) state.cursor = 0;
		let isAnswered = false;
		const headers = { accept: 'text/event-stream', ...reading.headers() };
		sent = http.get(url, { agent: false, headers }, (response) => {
			isAnswered = true;
			response.setEncoding('utf8');
			response.on('data', eventsOf(hear));
			response.on('error', () => undefined);
			response.on('close', again);
		});
		sent.on('error', () => isAnswered || again());
	};
	const hear = ({ name, data }: { name: string; data: string }): void => {
		if (name !== 'message') return void state.signs.push(name);
		const step = reading.stepIn(data);
		if (!step || step.seq <= state.cursor) return;
		if (step.seq > state.cursor + 1) return void sent?.destroy();
		state.cursor = step.seq;
		state.shown.push(step);
	};
	connect();
	return {
		...{ shown: state.shown, signs: state.signs },
		get lines() {
			return state.lines;
		},
		close() {
			state.closed = true;
			sent?.destroy();
		},
	};
}
