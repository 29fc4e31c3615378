import type { Planned } from '../event.ts';
import type { Told, Untrue } from './truth.ts';

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
