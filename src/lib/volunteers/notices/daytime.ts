import { addDays, dayOf, instantAt, wallTimeOf } from '#lib/platform/clock.ts';

/** By the wall clock. */
const FROM = '09:00';
const UNTIL = '20:00';
/** For whoever took it after that. */
const SHORTLY_MS = 3 * 3_600_000;

/** The next moment at which nobody is woken. */
export function byDay(at: Date): Date {
	const [day, time] = [dayOf(at), wallTimeOf(at)];
	if (time < FROM) return instantAt(day, FROM);
	return time <= UNTIL ? at : instantAt(addDays(day, 1), FROM);
}

/** Bound to the moment of which it reminds: moved, the shift gets another one, and this one is true no more. */
export const keyOfReminder = (shiftId: string, startsAt: Date): string => `reminder/${shiftId}/${startsAt.getTime()}`;

/** A day before, by day; null when it begins so soon that nobody need remind. */
export function reminderDue(startsAt: Date, at: Date): Date | null {
	const shortly = new Date(startsAt.getTime() - SHORTLY_MS);
	return [dayBefore(startsAt), shortly].find((due) => due > at) ?? null;
}

/** At the same hour of the wall clock, as far as that is in the day. */
function dayBefore(startsAt: Date): Date {
	const time = wallTimeOf(startsAt);
	const within = time < FROM ? FROM : time > UNTIL ? UNTIL : time;
	return instantAt(addDays(dayOf(startsAt), -1), within);
}
