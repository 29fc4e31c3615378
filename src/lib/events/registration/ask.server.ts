import * as v from 'valibot';
import { instant, now } from '#lib/platform/clock.ts';
import { againAfterTwin, isRefusal, malformed, refused, type Refusal } from '#lib/platform/command.server.ts';
import { gathered } from '#lib/platform/gathered.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { calendar } from '../calendar.server.ts';
import { eraseOnFor, HOLD_MS, type Registration, seatedOf } from './registration.ts';
import { type Asking, askSchema } from './schema.ts';
import { stateOfNew } from './seats.ts';
import type { Line } from './settle.server.ts';
import { freeSlots } from './slots.server.ts';
import { registrations } from './store.server.ts';
import { freeTicket } from './tickets.server.ts';
import { type Deed, inTurn } from './turns.server.ts';
import { hashesFor, waysOf } from './ways.server.ts';

/**
 * Opens the form: a seat is kept for ten minutes, or, where none is free, she stands in the line. Gives the token of her
 * page. The same form sent twice leads to the same page; after its time, and at another date, to none.
 */
export async function askForSeats(raw: unknown): Promise<{ readonly token: string } | Refusal> {
	const parsed = v.safeParse(askSchema, raw);
	if (!parsed.success) return malformed(parsed.issues);
	const asking = parsed.output;
	const occurrenceId = openDate(asking);
	if (occurrenceId === null) return refused('missing');
	// Whoever sends it twice in one moment to two nodes meets her own row.
	const asked = await againAfterTwin(() => ask(occurrenceId, asking));
	return isRefusal(asked) ? asked : { token: (await waysOf(asked.id)).token };
}

/** The date in the public calendar, if people register for it. A day that is in no calendar asks the database nothing. */
export function openDate({ series, day }: Pick<Asking, 'series' | 'day'>): string | null {
	const { series: all, occurrences } = calendar();
	if (!all.get(series)?.takesRegistration) return null;
	return occurrences.find(({ seriesId, originalDay }) => seriesId === series && originalDay === day)?.id ?? null;
}

async function ask(occurrenceId: string, asking: Asking): Promise<Registration | Refusal> {
	const earlier = await earlierOf(asking.clientId);
	if (earlier) return isRepeat(earlier, occurrenceId) ? earlier : refused('sent-before');
	const id = newId();
	return inTurn(occurrenceId, askingDeed(id, asking, await hashesFor(id)));
}

const earlierOf = gathered((clientIds) => registrations(ground().db).byClientIds(clientIds));

/** A page that stands open in a library is not to show somebody else what was sent from it an hour ago. */
function isRepeat({ occurrenceId, madeAt }: Registration, asked: string): boolean {
	return occurrenceId === asked && instant() - madeAt.getTime() < HOLD_MS;
}

function askingDeed(id: string, asking: Asking, made: Awaited<ReturnType<typeof hashesFor>>): Deed {
	return (line) => {
		const earlier = line.all.find(({ clientId }) => clientId === asking.clientId);
		if (earlier) return isRepeat(earlier, line.of.id) ? { row: earlier } : refused('sent-before');
		if (line.of.state !== 'planned' || line.of.startsAt <= now()) return refused('over');
		const seats = line.slots === null ? asking.seats : 1;
		const state = stateOfNew(line.room, line.all.map(seatedOf), seats);
		if (state === null) return refused('too-many-seats');
		const slotId = state === 'held' ? slotFor(line, asking) : null;
		if (isRefusal(slotId)) return slotId;
		const ticket = freeTicket(line.all);
		if (ticket === null) return refused('too-many-seats');
		return { row: newRow(line, asking, { id, seats, state, slotId, ticket }), made };
	};
}

/** Null at a date without slots. */
function slotFor(line: Line, { slot }: Asking): string | null | Refusal {
	if (line.slots === null) return null;
	if (slot === '') return refused('malformed', { slot: 'slot' });
	const found = freeSlots(line).find(({ startsAt }) => startsAt.getTime() === Date.parse(slot));
	return found?.id ?? refused('slot-taken');
}

type Seat = Pick<Registration, 'id' | 'seats' | 'slotId' | 'ticket'> & { readonly state: 'held' | 'waiting' };

function newRow({ of, all }: Line, { clientId, language }: Asking, seat: Seat): Registration {
	return {
		...{ ...seat, clientId, language, occurrenceId: of.id, turn: (all.at(-1)?.turn ?? 0) + 1 },
		...{ heldUntil: seat.state === 'held' ? new Date(instant() + HOLD_MS) : null, isLengthened: false },
		...{ offeredUntil: null, shortSince: null, needs: [], bookedBy: 'self', accountId: null, reachedBy: 'none' },
		...{ sealed: null, eraseOn: eraseOnFor(of.day), presence: null, madeAt: now(), filledAt: null },
	};
}
