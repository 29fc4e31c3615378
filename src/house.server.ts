import type { IncomingMessage, ServerResponse } from 'node:http';
import { type House, wire } from './wiring.server.ts';

/**
 * The site as it runs in this process. The server that listens stands outside the build; it gets the front and the way
 * to stop through one global, so that bus, clock and keystore exist once (docs/decisions/0004).
 */
type Front = (request: IncomingMessage, response: ServerResponse) => boolean;
declare global {
	var siltaSite: { front: Front; stop: () => Promise<void>; schema: () => string | null } | undefined;
}

let current: House | undefined;

export function house(): House {
	if (!current) throw new Error('the site is not wired yet');
	return current;
}

export async function handOver(makeFront: (house: House) => Front): Promise<void> {
	current = await wire(process.env);
	globalThis.siltaSite = { front: makeFront(current), stop: current.stop, schema: current.schema };
}
