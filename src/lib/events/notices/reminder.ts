import { addDays, dayOf, instantAt } from '#lib/platform/clock.ts';

/** By the wall clock, on the day before. */
const REMINDS_AT = '10:00';
/** For whoever registered after that. */
const SHORTLY_MS = 3 * 3_600_000;

/** Bound to the moment of which it reminds: moved, the date gets another one, and this one is true no more. */
export const keyOfReminder = (startsAt: Date): string => `reminder/${startsAt.getTime()}`;

/** When somebody whose seat is seen at this moment is reminded; null when it begins so soon that nobody need remind. */
export function reminderDue(startsAt: Date, zone: string, at: Date): Date | null {
	const dayBefore = instantAt(addDays(dayOf(startsAt, zone), -1), REMINDS_AT, zone);
	const shortly = new Date(startsAt.getTime() - SHORTLY_MS);
	return [dayBefore, shortly].find((due) => due > at) ?? null;
}
