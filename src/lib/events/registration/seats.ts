/**
 * Who has a seat and who waits. One function of what is there now: whatever happened (a cancelled place, a deleted
 * waiting entry, a moved date, an hour gone by), `settle` is asked, and promotes only when a seat is really free.
 */
export const SEAT_STATES = ['held', 'confirmed', 'waiting', 'offered', 'declined', 'expired', 'cancelled'] as const;
export type SeatState = (typeof SEAT_STATES)[number];

/** Moments in milliseconds. */
export type Seated = {
	readonly id: string;
	readonly seats: number;
	readonly state: SeatState;
	/** Its place in the line: lower was first. Never changes. */
	readonly turn: number;
	/** While the form is open. */
	readonly heldUntil: number | null;
	readonly offeredUntil: number | null;
	/** Since when free seats were too few for this group, which was first in the line. */
	readonly shortSince: number | null;
};

/** `capacity` null: as many as come. `reserve`: kept free for those who just come. */
export type Room = { readonly capacity: number | null; readonly reserve: number; readonly startsAt: number };

export const OFFER_MS = 24 * 3_600_000;
/** So shortly before it begins nobody is offered anything by itself: a helper calls. */
export const CALL_MS = 48 * 3_600_000;
/** So long a group that is too large keeps smaller ones behind it waiting. */
export const GROUP_BLOCKS_MS = 24 * 3_600_000;

/** She has a seat, or one is kept for her. */
export const TAKES: readonly SeatState[] = ['held', 'confirmed', 'offered'];
/** She has a place at the date: a seat, or one in the line. */
export const COMES: readonly SeatState[] = [...TAKES, 'waiting'];

/** Seats that may be promised; null: no limit. Held, confirmed and offered ones are taken. */
export function freeSeats({ capacity, reserve }: Room, all: readonly Seated[]): number | null {
	if (capacity === null) return null;
	const taken = all.filter(({ state }) => TAKES.includes(state)).reduce((sum, { seats }) => sum + seats, 0);
	return capacity - reserve - taken;
}

/**
 * What becomes of somebody who asks for seats now: a seat if there is one and nobody waits for it, else the line. Null:
 * so many can never have a place here.
 */
export function stateOfNew(room: Room, all: readonly Seated[], seats: number): 'held' | 'waiting' | null {
	const free = freeSeats(room, all);
	if (free === null || room.capacity === null) return 'held';
	if (seats > room.capacity - room.reserve) return null;
	const isFirst = !all.some(({ state }) => state === 'waiting');
	return isFirst && seats <= free ? 'held' : 'waiting';
}

/** What is different now, and nothing else. Asked again with its own answer it says nothing. */
export function settle(room: Room, all: readonly Seated[], at: number): Seated[] {
	const expired = all.map((one) => expire(one, at));
	const promoted = promote(room, expired, at);
	return promoted.filter((one, index) => one !== all[index]);
}

/** Who is to be called, first come first, when nothing is offered by itself any more and seats are free. */
export function callList(room: Room, all: readonly Seated[], at: number): Seated[] {
	if (!isCallTime(room, at) || at >= room.startsAt) return [];
	const free = freeSeats(room, all);
	return inLine(all).filter(({ seats }) => free === null || seats <= free);
}

export const isCallTime = (room: Room, at: number): boolean => at >= room.startsAt - CALL_MS;

/** Until when an offer made now may be taken: a day, and never into the time in which a helper calls. */
export function offerEnds(room: Room, at: number): number {
	return Math.min(at + OFFER_MS, room.startsAt - CALL_MS);
}

function expire(one: Seated, at: number): Seated {
	if (one.state === 'held' && one.heldUntil !== null && one.heldUntil <= at) return ended(one, 'expired');
	if (one.state === 'offered' && one.offeredUntil !== null && one.offeredUntil <= at) return ended(one, 'expired');
	return one;
}

type Promised = { readonly state: SeatState } & Readonly<Record<'heldUntil' | 'offeredUntil' | 'shortSince', unknown>>;

/** With nothing promised to her any more but what the state says. */
export const ended = <One extends Promised>(one: One, state: SeatState): One => ({
	...one,
	...{ state, heldUntil: null, offeredUntil: null, shortSince: null },
});

function promote(room: Room, all: readonly Seated[], at: number): Seated[] {
	const next = new Map(all.map((one) => [one.id, one]));
	if (isCallTime(room, at)) return [...next.values()];
	for (const one of inLine(all)) {
		const free = freeSeats(room, [...next.values()]);
		if (free !== null && free <= 0) break;
		if (free === null || one.seats <= free) {
			next.set(one.id, { ...one, state: 'offered', offeredUntil: offerEnds(room, at), shortSince: null });
			continue;
		}
		const since = one.shortSince ?? at;
		if (one.shortSince === null) next.set(one.id, { ...one, shortSince: since });
		if (at - since < GROUP_BLOCKS_MS) break;
	}
	return [...next.values()];
}

function inLine(all: readonly Seated[]): Seated[] {
	return all.filter(({ state }) => state === 'waiting').sort((a, b) => a.turn - b.turn);
}
