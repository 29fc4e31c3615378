import type { IncomingMessage, ServerResponse } from 'node:http';
import type { House } from '../wiring.server.ts';

/** A request that the front answers itself: who asks, over what, and where the answer goes. */
export type Call = {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly url: URL;
	readonly secure: boolean;
	/** Asked by the few that count by address: it costs a keyed hash. */
	readonly source: () => string;
	readonly house: House;
};

/** The last number that a reader has, as it stands in an address or in `Last-Event-ID`. */
export function cursorOf(text: string): number {
	return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
