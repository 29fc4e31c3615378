import { addDays, dayOf, wallTimeOf, weekdayOf } from '#lib/platform/clock.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';
import { endingsOf } from '../notices/ending.ts';
import type { Volunteer } from '../people/volunteer.ts';
import { type Assignment, holdsPlace, minutesOf, placesLeft, type Shift } from '../shifts/shift.ts';
import { lacksExperience } from '../shifts/standing.ts';
import type { NamedShift } from '../shifts/told.ts';

export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));
export const daysFrom = (monday: string): string[] => Array.from({ length: 7 }, (_, at) => addDays(monday, at));

export type WeekShift = Pick<Shift, 'id' | 'day' | 'work'> & {
	readonly names: Texts;
	readonly place: Texts | null;
	/** By the wall clock; one that goes over midnight ends at 24:00 here. */
	readonly starts: string;
	readonly ends: string;
	readonly minutes: number;
	readonly people: readonly { readonly id: string; readonly name: string }[];
	readonly places: number;
	/** Places that nobody has taken; none once it has begun. */
	readonly open: number;
	/** Offers and wishes that wait for an answer. */
	readonly waiting: number;
	/** Whoever has it has never done such work; false once it has begun. */
	readonly lacksExperience: boolean;
};

type Read = {
	readonly at: Date;
	readonly assignments: readonly Assignment[];
	/** The forms of work that each of them knows. */
	readonly known: ReadonlyMap<string, readonly string[]>;
	readonly chosenNames: ReadonlyMap<string, string>;
};

export function weekShift(
	shift: Shift & Pick<NamedShift, 'names' | 'place'>,
	{ at, assignments, known, chosenNames }: Read,
): WeekShift {
	const { id, day, work, names, place, places, startsAt, endsAt } = shift;
	const own = assignments.filter(({ shiftId }) => shiftId === id);
	const people = own.filter(holdsPlace).map(({ accountId }) => ({
		...{ id: accountId, name: chosenNames.get(accountId) ?? '' },
	}));
	return {
		...{ id, day, work, names, place: place?.names ?? null, people, places, minutes: minutesOf(shift) },
		...{ starts: wallTimeOf(startsAt), ends: dayOf(endsAt) === day ? wallTimeOf(endsAt) : '24:00' },
		open: startsAt > at ? Math.max(0, placesLeft(shift, own)) : 0,
		lacksExperience: startsAt > at && lacksExperience({ shift, all: own, known }),
		waiting: own.filter(({ state }) => state === 'offered' || state === 'asked').length,
	};
}

/** Of all places that nobody has taken, together. */
export const uncoveredMinutes = (shifts: readonly Pick<WeekShift, 'open' | 'minutes'>[]): number =>
	shifts.reduce((sum, { open, minutes }) => sum + open * minutes, 0);

type Person = Volunteer & { readonly chosenName: string; readonly since: string; readonly askedAt: Date | null };

export type PersonEnding = {
	readonly id: string;
	readonly name: string;
	/** `pledge`, or the code of a qualification. */
	readonly what: string;
	/** The last day on which it holds. */
	readonly day: string;
	readonly isOver: boolean;
};

const SOON_DAYS = 30;
/** What ended longer ago and was not renewed is not wanted any more. */
const OVER_DAYS = 60;

/** Whose pledge or qualification ends soon, or has ended, the most urgent first; of those who help now. */
export function endingSoon(people: readonly Person[], today: string): PersonEnding[] {
	return people
		.filter(({ state }) => state === 'active' || state === 'training')
		.flatMap((one) => endingsOf(one).map((ending) => ({ ...ending, id: one.id, name: one.chosenName })))
		.filter(({ day }) => day <= addDays(today, SOON_DAYS) && day >= addDays(today, -OVER_DAYS))
		.map((one) => ({ ...one, isOver: one.day < today }))
		.sort((a, b) => (a.day < b.day ? -1 : 1));
}

export type Forgotten = { readonly id: string; readonly name: string; readonly lastDay: string | null };

const LONG_DAYS = 56;

/** Who helps, and has neither been asked nor had a shift for eight weeks; whoever waits longest comes first. */
export function forgotten(people: readonly Person[], last: ReadonlyMap<string, Date>, today: string): Forgotten[] {
	return people
		.filter(({ state }) => state === 'active')
		.map((one) => ({ id: one.id, name: one.chosenName, lastDay: lastDay(one, last.get(one.id)), since: one.since }))
		.filter(({ lastDay, since }) => (lastDay ?? since) < addDays(today, -LONG_DAYS))
		.sort((a, b) => ((a.lastDay ?? a.since) < (b.lastDay ?? b.since) ? -1 : 1));
}

function lastDay({ askedAt }: Person, shiftAt: Date | undefined): string | null {
	const days = [askedAt, shiftAt].flatMap((moment) => (moment ? [dayOf(moment)] : []));
	return days.sort().at(-1) ?? null;
}
