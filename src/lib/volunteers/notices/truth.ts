import { dayOf } from '#lib/platform/clock.ts';
import type { VolunteerState } from '../people/volunteer.ts';
import type { Assignment, AssignmentState, Shift } from '../shifts/shift.ts';
import { keyOfReminder } from './daytime.ts';
import { endingIn, type Ending } from './ending.ts';
import type { About, Notice, Untrue } from './notice.ts';

/** How it stands with her and what a word is about, at the moment at which it would leave. */
export type Standing = {
	readonly state: VolunteerState;
	readonly shift: Shift | null;
	/** Of that shift, the newest of hers. */
	readonly hers: Pick<Assignment, 'state' | 'offeredUntil'> | null;
	/** Somebody else passes it on, or it has a free place. */
	readonly isWanted: boolean;
	/** The last word of it that reached her. */
	readonly said: { readonly about: About; readonly saidStart: Date | null } | null;
	readonly endings: readonly Ending[];
	/** Of the entry in question. */
	readonly hours: string | null;
	/** While it waits for her: what she would give for the shift. */
	readonly exchange: Pick<Shift, 'startsAt' | 'endsAt'> | null;
};

export const isSettled = (hours: string | null): hours is 'confirmed' | 'rejected' =>
	hours === 'confirmed' || hours === 'rejected';

type Said = Pick<Notice, 'about' | 'key'>;

/** Null when it may be said at this moment. */
export function whyNot(notice: Said, standing: Standing, at: Date): Untrue | null {
	if (notice.about === 'hours') return isSettled(standing.hours) ? null : 'not-so';
	if (notice.about === 'ends') return whyNotEnding(notice, standing, at);
	if (notice.about === 'back') return standing.state === 'left' ? 'not-so' : null;
	const { shift } = standing;
	if (!shift) return 'not-so';
	if (shift.startsAt <= at) return 'over';
	if (!isSo(notice, { ...standing, shift }, at)) return 'not-so';
	return isKnown(notice, { ...standing, shift }) ? 'known' : null;
}

/** The word about a day that is now another one is for the round that makes the next. */
function whyNotEnding({ key }: Said, { state, endings }: Standing, at: Date): Untrue | null {
	const ending = endingIn(key);
	if (!ending || state === 'left') return 'not-so';
	if (ending.day < dayOf(at)) return 'over';
	return endings.some(({ what, day }) => what === ending.what && day === ending.day) ? null : 'not-so';
}

type OfShift = Standing & { readonly shift: Shift };

const HOLDS: readonly AssignmentState[] = ['taken', 'done', 'no-show'];
const COUNTS_ON_IT: readonly AssignmentState[] = [...HOLDS, 'asked', 'offered'];

const STILL_HERS: readonly About[] = ['given', 'exchanged', 'not-exchanged', 'not-taken'];

function isSo({ about, key }: Said, { state, shift, hers, isWanted, exchange }: OfShift, at: Date): boolean {
	if (about === 'cancelled') return shift.state === 'cancelled';
	const own = hers?.state ?? 'withdrawn';
	// Who counted on it has to know it, called off a moment later or not.
	if (about === 'taken-over' || about === 'taken-off') return !HOLDS.includes(own);
	if (shift.state !== 'planned') return false;
	if (about === 'offered') return own === 'offered' && !isPast(hers?.offeredUntil ?? null, at);
	if (STILL_HERS.includes(about)) return HOLDS.includes(own);
	if (about === 'exchange') return exchange !== null && exchange.startsAt > at;
	if (about === 'reminder') return own === 'taken' && key === keyOfReminder(shift.id, shift.startsAt);
	if (about === 'moved') return COUNTS_ON_IT.includes(own);
	if (about === 'wanted') return state === 'active' && isWanted && !HOLDS.includes(own);
	return !COUNTS_ON_IT.includes(own);
}

const isPast = (until: Date | null, at: Date): boolean => until !== null && until <= at;

/** Two moves while nothing could be sent are one word. */
function isKnown({ about }: Said, { said, shift }: OfShift): boolean {
	if (about === 'moved') return said?.saidStart?.getTime() === shift.startsAt.getTime();
	return about === 'cancelled' && said?.about === 'cancelled';
}
