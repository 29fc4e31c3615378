import type { About, NoticeKind, NoticeState } from '../notices/notice.ts';
import type { Registration } from '../registration/registration.ts';

/** Somebody as the list of a date shows her: never how to reach her, only in which way. */
export type Person = Pick<
	Registration,
	'id' | 'ticket' | 'seats' | 'state' | 'language' | 'needs' | 'bookedBy' | 'reachedBy' | 'presence'
> & {
	/** A nickname, or nothing. */
	readonly name: string;
	/** Of the part of a counselling day that is hers. */
	readonly startsAt: Date | null;
	readonly turn: number;
};

/** What became of word to somebody. */
export type ToldRow = {
	readonly about: About;
	readonly kind: NoticeKind;
	readonly state: NoticeState;
	readonly tries: number;
	readonly at: Date;
};

/** With a seat, or with one that waits for her word; those in the line; those who do not come any more. */
export type Sorted = {
	readonly coming: readonly Person[];
	readonly line: readonly Person[];
	readonly gone: readonly Person[];
};

export function sorted(all: readonly Person[]): Sorted {
	// Whoever only has the form open may be gone in ten minutes.
	const inTurn = all
		.filter(({ state }) => state !== 'held')
		.sort((a, b) => momentOf(a) - momentOf(b) || a.turn - b.turn);
	return {
		coming: inTurn.filter(({ state }) => state === 'confirmed' || state === 'offered'),
		line: inTurn.filter(({ state }) => state === 'waiting'),
		gone: inTurn.filter(({ state }) => state === 'cancelled' || state === 'declined' || state === 'expired'),
	};
}

const momentOf = ({ startsAt }: Person): number => startsAt?.getTime() ?? 0;
