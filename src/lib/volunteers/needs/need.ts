import { addDays, dayOf, weekdayOf } from '#lib/platform/clock.ts';
import type { Kept, Shift, SignUp } from '../shifts/shift.ts';
import { momentsOf } from './times.ts';

/** Who is needed, written once: at each date of a series, or every week at a desk. */
export type Need = {
	readonly id: string;
	readonly organisationId: string;
	readonly seriesId: string | null;
	readonly deskId: string | null;
	readonly work: string;
	readonly places: number;
	readonly languages: readonly string[];
	readonly qualifications: readonly string[];
	readonly signUp: SignUp;
	/** Of a desk, by its wall clock: 1 = Monday … 7 = Sunday. */
	readonly weekday: number | null;
	readonly starts: string | null;
	readonly minutes: number | null;
	/** The last day. */
	readonly until: string | null;
};

/** A date of the calendar, as far as a shift follows it. */
export type ShiftDate = {
	readonly id: string;
	readonly day: string;
	readonly startsAt: Date;
	readonly endsAt: Date;
	readonly placeId: string | null;
	readonly state: 'planned' | 'held' | 'cancelled' | 'replaced';
	readonly replacedBy: string | null;
};

/** When and where somebody is needed. */
export type Wanted = Pick<Shift, 'occurrenceId' | 'deskId' | 'day' | 'startsAt' | 'endsAt'>;

/** Dates of the calendar that are held as planned and have not begun. */
export const atDates = (need: Need, dates: readonly ShiftDate[], at: Date): Wanted[] =>
	dates.flatMap(({ id, day, startsAt, endsAt, state }) => {
		const isWanted = state === 'planned' && startsAt > at && (need.until === null || day <= need.until);
		return isWanted ? [{ occurrenceId: id, deskId: null, day, startsAt, endsAt }] : [];
	});

/** So far ahead a desk looks for people. */
export const WEEKS_AHEAD = 12;

/** Each week of a desk, by its wall clock: the hour stays what it is when the clocks are changed. */
export function atDesk(need: Need, { zone, at }: { zone: string; at: Date }): Wanted[] {
	const { weekday, starts, minutes, deskId } = need;
	if (weekday === null || starts === null || minutes === null || deskId === null) return [];
	const first = dayOf(at, zone);
	const days = Array.from({ length: WEEKS_AHEAD * 7 }, (_, after) => addDays(first, after));
	return days.flatMap((day) => {
		if (weekdayOf(day) !== weekday || (need.until !== null && day > need.until)) return [];
		const moments = momentsOf(day, { starts, minutes, zone });
		return moments.startsAt > at ? [{ occurrenceId: null, deskId, day, ...moments }] : [];
	});
}

/** Of what is wanted, that for which there is no shift of this need yet. */
export function missing(wanted: readonly Wanted[], there: readonly Kept[]): Wanted[] {
	const taken = new Set(there.map(placeIn));
	return wanted.filter((one) => !taken.has(placeIn(one)));
}

/** By which a shift of a need is known: its date, or its day at the desk. */
const placeIn = ({ occurrenceId, day }: Pick<Wanted, 'occurrenceId' | 'day'>): string => occurrenceId ?? day;

/** As the need says it, wherever it is. */
export const asNeeded = (need: Need): Pick<Shift, 'work' | 'places' | 'languages' | 'qualifications' | 'signUp'> => ({
	...{ work: need.work, places: need.places, languages: need.languages },
	...{ qualifications: need.qualifications, signUp: need.signUp },
});

/** What becomes of a shift when its need is written anew. Null: it is as it should be, or somebody wrote it by hand. */
export function rewritten(shift: Kept, need: Need, wanted: readonly Wanted[]): Kept | null {
	if (shift.isByHand) return null;
	const one = wanted.find((each) => placeIn(each) === placeIn(shift));
	if (!one) return shift.state === 'cancelled' ? null : { ...shift, state: 'cancelled' };
	const after: Kept = { ...shift, ...one, ...asNeeded(need), state: 'planned' };
	return isSame(shift, after) ? null : after;
}

const isSame = (one: Kept, other: Kept): boolean =>
	one.state === other.state && !isElsewhen(one, other) && conditionsOf(one) === conditionsOf(other);

/** At another time: what people took is not what it is now. */
export const isElsewhen = (one: Pick<Kept, 'startsAt' | 'endsAt'>, other: Pick<Kept, 'startsAt' | 'endsAt'>): boolean =>
	one.startsAt.getTime() !== other.startsAt.getTime() || one.endsAt.getTime() !== other.endsAt.getTime();

const conditionsOf = (one: Kept): string => {
	const { work, places, languages, qualifications, signUp } = one;
	return JSON.stringify([work, places, languages, qualifications, signUp]);
};
