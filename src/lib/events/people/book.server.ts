import type { StaffActor } from '#lib/identity/index.ts';
import { now } from '#lib/platform/clock.ts';
import { command, isRefusal, refused, type Refusal, type Within } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { inWriting } from '../notices/tell.server.ts';
import { eraseOnFor, type Registration, seatedOf } from '../registration/registration.ts';
import { stateOfNew } from '../registration/seats.ts';
import type { Line } from '../registration/settle.server.ts';
import { freeSlots } from '../registration/slots.server.ts';
import { freeTicket } from '../registration/tickets.server.ts';
import { registrations } from '../registration/store.server.ts';
import { type Deed, doInTurn } from '../registration/turns.server.ts';
import { hashesFor, hashOfContact } from '../registration/ways.server.ts';
import { sealWho } from '../registration/words.server.ts';
import { reachDate, type Reached } from './reach.server.ts';
import { type Booking, bookSchema, readContact } from './schema.ts';

/** A seat for somebody who stands at the desk or is on the telephone; the next place in the line where none is free. */
export const bookSeats = command({
	input: bookSchema,
	load: ({ date }, { tx, actor }: Within<StaffActor>) => reachDate(tx, actor, date),
	allow: ({ series }: Reached) => series.takesRegistration || refused('open-to-all'),
	run: async ({ of }, at, booking) => {
		const read = readContact(booking);
		if ('wrong' in read) return refused('malformed', { contact: read.wrong });
		const earlier = (await registrations(at.tx).byClientIds([booking.clientId])).get(booking.clientId);
		if (earlier && earlier.occurrenceId !== of.id) return refused('malformed');
		const row = await rowOf(of, { ...booking, contact: read.contact }, at.actor);
		const done = await doInTurn(at.tx, of.id, bookingDeed(row, booking, await hashesFor(row.id)));
		if (isRefusal(done)) return done;
		if (done.id === row.id) await at.audit({ action: 'book', subject: 'occurrence', subjectId: of.id });
		return done;
	},
	present: ({ id, occurrenceId }) => ({ id, occurrenceId }),
});

type Row = Registration & { readonly knownBy: Buffer | null };

/** All but what the line decides. */
async function rowOf(of: Reached['of'], { name, contact, ...given }: Booking, actor: StaffActor): Promise<Row> {
	const [id, eraseOn] = [newId(), eraseOnFor(of.day)];
	const { clientId, seats, language, needs, reachedBy, bookedBy } = given;
	return {
		...{ id, clientId, occurrenceId: of.id, seats, language, needs, reachedBy, bookedBy, eraseOn },
		...{ accountId: actor.id, sealed: await sealWho({ id, eraseOn }, { name, contact }), slotId: null },
		knownBy: reachedBy === 'sms' ? await hashOfContact(contact) : null,
		...{ turn: 0, ticket: 0, state: 'confirmed', heldUntil: null, isLengthened: false, offeredUntil: null },
		...{ shortSince: null, presence: null, madeAt: now(), filledAt: now() },
	};
}

function bookingDeed(row: Row, { slotId }: Booking, made: Awaited<ReturnType<typeof hashesFor>>): Deed {
	return (line) => {
		const earlier = line.all.find(({ clientId }) => clientId === row.clientId);
		if (earlier) return { row: earlier };
		if (line.of.state !== 'planned' || line.of.startsAt <= now()) return refused('over');
		// The date was moved in this moment, and what was sealed lies under another day.
		if (eraseOnFor(line.of.day) !== row.eraseOn) return refused('again');
		const seat = seatFor(line, row, slotId);
		if (isRefusal(seat)) return seat;
		const about = seat.state === 'waiting' ? 'waiting' : 'confirmed';
		return { row: { ...row, ...seat }, made, ...inWriting(row, { about, key: about }) };
	};
}

type Seat = Pick<Registration, 'seats' | 'state' | 'slotId' | 'ticket' | 'turn'>;

function seatFor(line: Line, row: Row, wanted: string | null): Seat | Refusal {
	const seats = line.slots === null ? row.seats : 1;
	const asked = stateOfNew(line.room, line.all.map(seatedOf), seats);
	const ticket = freeTicket(line.all);
	if (asked === null || ticket === null) return refused('too-many-seats');
	const state = asked === 'held' ? 'confirmed' : asked;
	const free = freeSlots(line);
	const slot = wanted === null ? free[0] : free.find(({ id }) => id === wanted);
	if (line.slots !== null && state === 'confirmed' && !slot) return refused('slot-taken');
	const slotId = state === 'confirmed' ? (slot?.id ?? null) : null;
	return { seats, state, slotId, ticket, turn: (line.all.at(-1)?.turn ?? 0) + 1 };
}
