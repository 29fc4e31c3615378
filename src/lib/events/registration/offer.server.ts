import { refused, type Refusal } from '#lib/platform/command.server.ts';
import { inWriting } from '../notices/tell.server.ts';
import { byWay } from './confirm.server.ts';
import type { Registration } from './registration.ts';
import type { Step } from './turns.server.ts';

/** She takes the seat that was offered. */
export const takeOffer = (raw: unknown): Promise<Registration | Refusal> => byWay(raw, takingOffer);

/** She does not; it goes to the next in the line, and she stands there no more. */
export const declineOffer = (raw: unknown): Promise<Registration | Refusal> => byWay(raw, decliningOffer);

export function takingOffer(one: Registration): Step | Refusal {
	if (one.state === 'confirmed') return { row: one };
	if (one.state !== 'offered') return refused('offer-over');
	const row: Registration = { ...one, state: 'confirmed', offeredUntil: null };
	return { row, ...inWriting(one, { about: 'confirmed', key: 'confirmed' }) };
}

function decliningOffer(one: Registration): Step | Refusal {
	if (one.state === 'declined') return { row: one };
	if (one.state !== 'offered') return refused('offer-over');
	return { row: withoutContact({ ...one, state: 'declined', offeredUntil: null }), forgets: true };
}

/** Nobody has to be told anything any more. */
export function withoutContact(one: Registration): Registration & { readonly knownBy: null } {
	return { ...one, sealed: null, reachedBy: 'none', knownBy: null };
}
