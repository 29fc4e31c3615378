/**
 * What a volunteer is told. `offered`: would she take it; `given`: hers now, after approval or a swap; `declined`: what
 * she asked for is not to be; `moved`, `cancelled`: her shift; `wanted`: a colleague looks for somebody to take one over;
 * `taken-over`: as she wished, a colleague has it now; `not-taken`: whom she asked by name cannot, it is still hers;
 * `taken-off`: hers no more; `reminder`: tomorrow; `ends`: a pledge or a qualification ends soon; `hours`: what became of
 * hours she wrote down; `back`: she had left, and helps again. `exchange`: a colleague would take hers for this one;
 * `exchanged`: so it came, and this is hers now; `not-exchanged`: it is not to be, what was hers is hers.
 */
export const ABOUTS = [
	...(['offered', 'given', 'declined', 'moved', 'cancelled', 'wanted', 'taken-over', 'taken-off'] as const),
	...(['reminder', 'ends', 'hours', 'back', 'exchange', 'exchanged', 'not-exchanged', 'not-taken'] as const),
] as const;
export type About = (typeof ABOUTS)[number];

/** By text message, by mail, or only on her own page, where all of it stands. */
export type NoticeKind = 'sms' | 'email' | 'page';
export type NoticeState = 'waiting' | 'sent' | 'failed' | 'called' | 'dropped';

export type Notice = {
	readonly id: string;
	readonly accountId: string;
	readonly kind: NoticeKind;
	readonly about: About;
	readonly key: string;
	readonly shiftId: string | null;
	readonly tries: number;
	readonly madeAt: Date;
};

/**
 * Why a word that waited is not said any more. `over`: it has begun, or its day has come; `not-so`: it is different now;
 * `known`: she was told of just this; `unreachable`: there is no number or address, or she has left.
 */
export type Untrue = 'over' | 'not-so' | 'known' | 'unreachable';

/** `saidStart`: when the shift begins, as the word says it. */
export type NoticeEnd =
	| { readonly state: 'sent'; readonly saidStart: Date | null }
	| { readonly state: 'failed'; readonly reason: 'refused' | 'given-up' }
	| { readonly state: 'dropped'; readonly reason: Untrue };

/** At most so many in a day of what can wait; the rest goes on the next. */
export const NOTICES_A_DAY = 6;

/** Nothing happens if she hears of it tomorrow: limited, and by day only. */
const CAN_WAIT: readonly About[] = ['offered', 'wanted', 'exchange', 'ends', 'hours'];
export const canWait = (about: About): boolean => CAN_WAIT.includes(about);

/** Whoever chose no way would stand before a closed door, or pass by an open one: somebody calls her. */
const URGENT: readonly About[] = ['moved', 'cancelled', 'taken-over', 'taken-off', 'exchanged', 'back'];
export const isUrgent = (about: About): boolean => URGENT.includes(about);
