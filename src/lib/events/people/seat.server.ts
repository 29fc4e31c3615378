import { refused } from '#lib/platform/command.server.ts';
import type { Registration } from '../registration/registration.ts';
import type { SeatState } from '../registration/seats.ts';
import type { Line } from '../registration/settle.server.ts';
import { withoutContact } from '../registration/offer.server.ts';
import { bookedSlots } from '../registration/slots.server.ts';
import type { SlotRow } from '../registration/slots.ts';
import type { Deed, Step } from '../registration/turns.server.ts';
import { seatsIn } from './list.server.ts';

/** Times of a counselling day that may be given to somebody. */
export function freeSlots({ slots, all }: Line): SlotRow[] {
	const taken = bookedSlots(all);
	return (slots ?? []).filter(({ id, isWalkIn }) => !isWalkIn && !taken.has(id));
}

/** A seat to which she said yes on the telephone; of a counselling day the first free time, if she has none. */
export const giveSeat =
	(id: string): Deed =>
	(line) => {
		const her = herIn(line, id);
		if (!her || line.of.state !== 'planned') return refused('over');
		if (her.state === 'confirmed') return { row: her };
		if (her.state === 'waiting' && !hasRoom(line, her)) return refused('full');
		if (her.state !== 'waiting' && her.state !== 'offered') return refused('over');
		const slotId = her.slotId ?? freeSlots(line)[0]?.id ?? null;
		if (line.slots !== null && slotId === null) return refused('full');
		return confirmed({ ...her, slotId });
	};

/** She does not come, and what she left of herself goes; whoever is next in the line is asked. */
export const endSeat =
	(id: string, state: 'cancelled' | 'declined'): Deed =>
	(line) => {
		const her = herIn(line, id);
		if (!her || line.of.state !== 'planned' || !COMES.includes(her.state)) return refused('over');
		return { row: withoutContact(seatless(her, state)), forgets: true };
	};

export const COMES: readonly SeatState[] = ['held', 'confirmed', 'waiting', 'offered'];

export const herIn = ({ all }: Line, id: string): Registration | undefined => all.find((one) => one.id === id);

const seatless = (her: Registration, state: SeatState): Registration => ({
	...her,
	...{ state, heldUntil: null, offeredUntil: null, shortSince: null },
});

function hasRoom(line: Line, { seats }: Registration): boolean {
	const { free } = seatsIn(line);
	return free === null || seats <= free;
}

/** In writing; to whoever has only a telephone the helper has just said it. */
function confirmed(her: Registration): Step {
	const row = seatless(her, 'confirmed');
	return her.reachedBy === 'phone' ? { row } : { row, word: { about: 'confirmed', key: 'confirmed' } };
}
