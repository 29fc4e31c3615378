import { addDays, instantAt } from '#lib/platform/clock.ts';

const LEAST_MINUTES = 15;
/** Nobody sits longer; whoever wrote the end into the beginning would make a shift of a day and a night. */
const MOST_MINUTES = 12 * 60;

/** From one time of the wall clock to another, into the next day where it is earlier; null: too short, too long, or not given. */
export function minutesBetween(starts: string | null, ends: string | null): number | null {
	if (starts === null || ends === null) return null;
	const minutes = (minuteOf(ends) - minuteOf(starts) + 1440) % 1440;
	return minutes < LEAST_MINUTES || minutes > MOST_MINUTES ? null : minutes;
}

/** So many minutes later by the clock on the wall. */
export function timeAfter(starts: string, minutes: number): string {
	const end = (minuteOf(starts) + minutes) % 1440;
	return [Math.floor(end / 60), end % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The moments of a spell by the wall clock, whatever is done to it in between. */
export function momentsOf(
	day: string,
	{ starts, minutes, zone }: { starts: string; minutes: number; zone: string },
): { startsAt: Date; endsAt: Date } {
	const last = addDays(day, Math.floor((minuteOf(starts) + minutes) / 1440));
	return { startsAt: instantAt(day, starts, zone), endsAt: instantAt(last, timeAfter(starts, minutes), zone) };
}

function minuteOf(time: string): number {
	const [hours = 0, minutes = 0] = time.split(':').map(Number);
	return hours * 60 + minutes;
}
