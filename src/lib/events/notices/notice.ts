import type { OccurrenceState, Planned } from '../event.ts';
import type { SeatState } from '../registration/seats.ts';

/** What somebody who registered is told. `withdrawn`: she took it back by a text message; nothing else says that it is done. */
export const ABOUTS = [
	...(['confirmed', 'waiting', 'offered', 'offer-over', 'seat-gone', 'moved'] as const),
	...(['mode-changed', 'cancelled', 'replaced', 'reminder', 'withdrawn'] as const),
] as const;
export type About = (typeof ABOUTS)[number];

/** By text message, by mail, or by a helper who calls. */
export type NoticeKind = 'sms' | 'email' | 'call';
export type NoticeState = 'waiting' | 'sent' | 'failed' | 'called' | 'dropped';

export type Notice = {
	readonly id: string;
	readonly registrationId: string;
	readonly kind: NoticeKind;
	readonly about: About;
	readonly key: string;
	/** How it was planned before, where that is told. */
	readonly was: Planned | null;
	readonly tries: number;
	readonly madeAt: Date;
};

/** How it stands with her and her date: what a word to her says, and what she knows after it. */
export type Told = Planned & {
	readonly occurrenceId: string;
	readonly date: OccurrenceState;
	readonly seat: SeatState;
	readonly seats: number;
	/** Until when the seat is offered, in milliseconds. */
	readonly until: number | null;
};

/**
 * Why a word that waited is not said any more. `over`: it has begun; `not-so`: it is different now, and another word tells
 * of that; `known`: she was told of all this; `unreachable`: her contact is erased, or she is told another way.
 */
export type Untrue = 'over' | 'not-so' | 'known' | 'unreachable';

/** `refused`: the gateway or the mail server will never take it; `given-up`: for a week it could not be sent. */
export type NoticeEnd =
	| { readonly state: 'sent'; readonly told: Told }
	| { readonly state: 'failed'; readonly reason: 'refused' | 'given-up' }
	| { readonly state: 'dropped'; readonly reason: Untrue };

/** At most so many words to one person in a day of what she does herself; the others wait for the next one. */
export const NOTICES_A_DAY = 6;

/** What comes of her own doings: whoever types the number of somebody else over and over must not ring there for hours. */
const HER_OWN: readonly About[] = ['confirmed', 'waiting', 'offered', 'offer-over', 'reminder', 'withdrawn'];
export const isLimited = (about: About): boolean => HER_OWN.includes(about);
