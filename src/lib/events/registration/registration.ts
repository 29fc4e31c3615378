import { addDays } from '#lib/platform/clock.ts';
import { DAYS_REGISTERED_KEPT } from '#lib/privacy/index.ts';
import type { Occurrence } from '../event.ts';
import type { Room, Seated, SeatState } from './seats.ts';

/** How word reaches whoever registered: `phone` is a helper who calls, `none` is that she asks herself. */
export const REACHED_BY = ['sms', 'email', 'phone', 'none'] as const;
export type ReachedBy = (typeof REACHED_BY)[number];

export const BOOKED_BY = ['self', 'helper', 'phone'] as const;
export type BookedBy = (typeof BOOKED_BY)[number];

/** What is prepared for her. No word of why. */
export const NEEDS = ['interpreter', 'step-free', 'hearing', 'companion', 'device'] as const;
export type Need = (typeof NEEDS)[number];

/** What lies sealed: both may be empty. The contact is a number in `+358…` form or an e-mail address. */
export type Who = { readonly name: string; readonly contact: string };

export type Registration = {
	readonly id: string;
	/** Made with the form: sent twice it is one. */
	readonly clientId: string;
	readonly occurrenceId: string;
	readonly slotId: string | null;
	readonly turn: number;
	/** Four digits, called out at the door. They open nothing. */
	readonly ticket: number;
	readonly seats: number;
	readonly state: SeatState;
	readonly heldUntil: Date | null;
	readonly isLengthened: boolean;
	readonly offeredUntil: Date | null;
	readonly shortSince: Date | null;
	readonly language: string;
	readonly needs: readonly string[];
	readonly bookedBy: BookedBy;
	readonly accountId: string | null;
	readonly reachedBy: ReachedBy;
	readonly sealed: Buffer | null;
	/** The last day on which her name and contact can be read. */
	readonly eraseOn: string;
	readonly presence: 'came' | 'absent' | null;
	readonly madeAt: Date;
	/** When the form behind the seat was sent; null while it is open. Helpers fill theirs in at once. */
	readonly filledAt: Date | null;
};

/** While the form is open; once more when she asks for it (WCAG 2.2.1). */
export const HOLD_MS = 10 * 60_000;

/** After this a place in the line is over whose form nobody sent. */
export const LEFT_MS = 60 * 60_000;

/** Of a date that is moved with her on it, too: thirty days after it was. */
export const eraseOnFor = (day: string): string => addDays(day, DAYS_REGISTERED_KEPT);

/** Where there are slots, those that are booked are the seats. */
export function roomOf(of: Pick<Occurrence, 'capacity' | 'walkIn' | 'startsAt'>, bookableSlots: number | null): Room {
	const startsAt = of.startsAt.getTime();
	if (bookableSlots !== null) return { capacity: bookableSlots, reserve: 0, startsAt };
	return { capacity: of.capacity, reserve: of.capacity === null ? 0 : of.walkIn, startsAt };
}

export const seatedOf = (one: Registration): Seated => ({
	...{ id: one.id, seats: one.seats, state: one.state, turn: one.turn },
	heldUntil: one.heldUntil?.getTime() ?? null,
	offeredUntil: one.offeredUntil?.getTime() ?? null,
	shortSince: one.shortSince?.getTime() ?? null,
});
