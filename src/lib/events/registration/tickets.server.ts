import { randomDigits } from '#lib/platform/randomness.server.ts';
import type { Registration } from './registration.ts';

const FIRST_TICKET = 1_000;
const TICKETS = 9_000;

/**
 * Hers, where nobody has it at the date to which she comes. Else drawn, so that nobody can tell from a number how many
 * came before, and the next free one where it is given already. Null: there is none left.
 */
export function freeTicket(all: readonly Pick<Registration, 'ticket'>[], hers?: number): number | null {
	const given = new Set(all.map(({ ticket }) => ticket));
	if (hers !== undefined && !given.has(hers)) return hers;
	const drawn = Number(randomDigits(6)) % TICKETS;
	for (let step = 0; step < TICKETS; step += 1) {
		const ticket = FIRST_TICKET + ((drawn + step) % TICKETS);
		if (!given.has(ticket)) return ticket;
	}
	return null;
}
