import type { Planned } from '../event.ts';
import { COMES } from '../registration/seats.ts';
import type { About, Notice, Told, Untrue } from './notice.ts';
import { keyOfReminder } from './reminder.ts';

export type Standing = {
	readonly now: Told;
	readonly startsAt: Date;
	/** What she was told before, oldest first. */
	readonly before: readonly { readonly about: About; readonly told: Told }[];
};

/** Null when it may be said at this moment. */
export function whyNot(notice: Pick<Notice, 'about' | 'key' | 'was'>, standing: Standing, at: Date): Untrue | null {
	if (standing.startsAt <= at) return 'over';
	if (!isSo(notice, standing, at)) return 'not-so';
	return isKnown(notice, standing) ? 'known' : null;
}

/** What she thinks until she hears this; null when nobody told her anything. */
export const lastTold = ({ before }: Standing): Told | null => before.at(-1)?.told ?? null;

function isSo({ about, key }: Pick<Notice, 'about' | 'key'>, standing: Standing, at: Date): boolean {
	const { date, seat, until, occurrenceId } = standing.now;
	if (about === 'cancelled') return date === 'cancelled';
	if (about === 'replaced') return date === 'replaced' || (date === 'planned' && !key.includes(occurrenceId));
	if (date !== 'planned') return false;
	if (about === 'moved' || about === 'mode-changed') return COMES.includes(seat);
	if (about === 'confirmed' || about === 'waiting') return seat === about;
	if (about === 'offered') return seat === 'offered' && until !== null && until > at.getTime();
	if (about === 'reminder') return seat === 'confirmed' && key === keyOfReminder(standing.startsAt);
	if (about === 'withdrawn') return seat === 'cancelled';
	return about === 'offer-over' ? seat === 'expired' : !COMES.includes(seat);
}

/** Two moves in one day of a silent gateway are one word, and there and back again is none. */
function isKnown({ about, was }: Pick<Notice, 'about' | 'was'>, standing: Standing): boolean {
	const { now, before } = standing;
	if (about === 'offered') return before.some((one) => one.about === about && one.told.until === now.until);
	const known = lastTold(standing);
	if (about === 'confirmed' || about === 'waiting')
		return known !== null && isSame(known, now) && isSameSeat(known, now);
	if (!isOfDate(about)) return false;
	if (known) return isSame(known, now);
	return was !== null && now.date === 'planned' && about !== 'replaced' && isSameDate(was, now);
}

export const OF_DATE: readonly About[] = ['moved', 'mode-changed', 'cancelled', 'replaced'];
/** What became of the date, and not of her seat: of several that wait the first says it all. */
export const isOfDate = (about: About): boolean => OF_DATE.includes(about);
const isSame = (one: Told, other: Told): boolean =>
	isSameDate(one, other) && one.occurrenceId === other.occurrenceId && one.date === other.date;

const isSameSeat = (one: Told, other: Told): boolean => one.seat === other.seat && one.seats === other.seats;

const isSameDate = (one: Planned, other: Planned): boolean =>
	one.day === other.day && one.starts === other.starts && one.mode === other.mode && one.placeId === other.placeId;
