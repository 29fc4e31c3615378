import { refused } from '#lib/platform/command.server.ts';
import { inWriting } from '../notices/tell.server.ts';
import type { Registration } from '../registration/registration.ts';
import { COMES, ended } from '../registration/seats.ts';
import type { Line } from '../registration/settle.server.ts';
import { withoutContact } from '../registration/offer.server.ts';
import { freeSlots } from '../registration/slots.server.ts';
import type { Deed, Step } from '../registration/turns.server.ts';
import { seatsIn } from './list.server.ts';

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
		return { row: withoutContact(ended(her, state)), forgets: true };
	};

export const herIn = ({ all }: Line, id: string): Registration | undefined => all.find((one) => one.id === id);

function hasRoom(line: Line, { seats }: Registration): boolean {
	const { free } = seatsIn(line);
	return free === null || seats <= free;
}

function confirmed(her: Registration): Step {
	return { row: ended(her, 'confirmed'), ...inWriting(her, { about: 'confirmed', key: 'confirmed' }) };
}
