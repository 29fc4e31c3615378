import type { Registration } from '../registration/registration.ts';
import { callList, freeSeats, type Room, type Seated } from '../registration/seats.ts';

/** Seats at a date as a helper at the door needs them. Null: no limit. */
export type SeatsNow = {
	readonly taken: number;
	readonly came: number;
	readonly waiting: number;
	/** May be given now. From the beginning on those that were kept, and those of whoever is absent, are among them. */
	readonly free: number | null;
	/** Kept until it begins for those who just come. */
	readonly kept: number;
};

type Present = Pick<Registration, 'state' | 'seats' | 'presence'>;

export function seatsNow(room: Room, all: readonly (Seated & Present)[], at: number): SeatsNow {
	const hasBegun = at >= room.startsAt;
	return {
		taken: sum(all.filter(({ state }) => state === 'confirmed' || state === 'offered')),
		came: sum(all.filter(({ presence }) => presence === 'came')),
		waiting: sum(all.filter(({ state }) => state === 'waiting')),
		free: seatsByHand(room, all, at),
		kept: hasBegun ? 0 : room.reserve,
	};
}

/** What a helper may promise: before it begins no more than anybody else, then whatever chair stands empty. */
export function seatsByHand(room: Room, all: readonly (Seated & Pick<Present, 'presence'>)[], at: number) {
	if (at < room.startsAt) return freeSeats(room, all);
	return freeSeats(
		{ ...room, reserve: 0 },
		all.filter(({ presence }) => presence !== 'absent'),
	);
}

/** Somebody in the line; `isReachable`: by a helper, by telephone or mail. */
export type InLine = Seated & { readonly isReachable: boolean; readonly tries: number };

/**
 * Who of the call list may be given a seat now. Nobody loses hers to somebody behind her whom a helper reached first:
 * for each who stands before and was not tried yet a seat is kept.
 */
export function mayBeCalled(room: Room, all: readonly InLine[], at: number): ReadonlySet<string> {
	const free = freeSeats(room, all);
	const found = new Set<string>();
	let ahead = 0;
	for (const { id } of callList(room, all, at)) {
		const one = all.find((other) => other.id === id);
		if (!one?.isReachable) continue;
		if (free === null || ahead + one.seats <= free) found.add(id);
		if (one.tries === 0) ahead += one.seats;
	}
	return found;
}

const sum = (all: readonly { readonly seats: number }[]): number => all.reduce((total, { seats }) => total + seats, 0);
