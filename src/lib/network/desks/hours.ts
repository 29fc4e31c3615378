import { addDays, dayOf, instantAt, weekdayOf, wallTimeOf } from '#lib/platform/clock.ts';
import { joined, type Span, wholeDay, within, without } from './spans.ts';

/** When a desk is open, and what differs from it on single days. Times are wall times `HH:MM` in its zone. */
export type Spell = { readonly opens: string; readonly closes: string };
export type WeeklySpell = Spell & { readonly weekday: number };
/** `opens: null`: what is usual on that day does not hold; otherwise one spell more. */
export type Exception = { readonly day: string; readonly opens: string | null; readonly closes: string | null };
export type Hours = {
	readonly zone: string;
	readonly weekly: readonly WeeklySpell[];
	/** The shifts that somebody holds, where they open the desk; null: its weekly hours do. */
	readonly covered: readonly Span[] | null;
	readonly exceptions: readonly Exception[];
};

/** Who sits at the desk now, how many more they can take on at once, and how many wait before a newcomer. */
export type Sitting = { readonly present: number; readonly room: number; readonly waiting: number };

export type DeskState = {
	/** Somebody answers now; by weekly hours: is said to. */
	readonly open: boolean;
	/** Why not, within a spell: nobody has come yet, or whoever is there has their hands full. */
	readonly lacks: 'helper' | 'room' | null;
	/** Wall times at which the present spell began and ends; null outside, and for what is a day away or more. */
	readonly since: string | null;
	readonly closes: string | null;
	/** The next opening; null within a spell, or when none is known within four weeks. */
	readonly opens: { readonly day: string; readonly time: string; readonly inDays: number } | null;
	/** How many wait before a newcomer, when there is no room. */
	readonly waiting: number;
};

const LOOK_AHEAD_DAYS = 28;
const SHOWN_DAYS = 14;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const OUTSIDE = { open: false, lacks: null, since: null, closes: null, waiting: 0 } as const;

export function deskStateAt(hours: Hours, moment: Date, sitting: Sitting): DeskState {
	const next = spansFrom(hours, moment).find(({ to }) => to > moment);
	if (!next || next.from > moment) return { ...OUTSIDE, opens: next ? opening(next.from, hours, moment) : null };
	const lacks = hours.covered === null ? null : lacking(sitting);
	const [since, closes] = [near(next.from, hours, moment), near(next.to, hours, moment)];
	return { open: lacks === null, lacks, since, closes, opens: null, waiting: lacks === 'room' ? sitting.waiting : 0 };
}

/** The spells of one calendar day, in order, overlapping ones joined; one that goes on over midnight ends at `24:00`. */
export function spellsOn(hours: Hours, day: string): Spell[] {
	const whole = wholeDay(day, hours.zone);
	return within(spansOf(hours, [day]), whole).map(({ from, to }) => ({
		opens: wallTimeOf(from, hours.zone),
		closes: to < whole.to ? wallTimeOf(to, hours.zone) : '24:00',
	}));
}

/** One spell of the next two weeks, each day by itself. */
export type ComingSpell = Spell & { readonly day: string; readonly inDays: number };

export function comingSpells(hours: Hours, moment: Date): ComingSpell[] {
	const first = dayOf(moment, hours.zone);
	const days = Array.from({ length: SHOWN_DAYS }, (_, inDays) => ({ day: addDays(first, inDays), inDays }));
	return days
		.flatMap(({ day, inDays }) => spellsOn(hours, day).map((spell) => ({ ...spell, day, inDays })))
		.filter(({ inDays, closes }) => inDays > 0 || closes > wallTimeOf(moment, hours.zone));
}

/**
 * Of yesterday too, whose last spell may go on past midnight, and of a day beyond the last one that is told: there a spell
 * of the last may end.
 */
function spansFrom(hours: Hours, moment: Date): Span[] {
	const first = dayOf(moment, hours.zone);
	return spansOf(
		hours,
		Array.from({ length: LOOK_AHEAD_DAYS + 2 }, (_, at) => addDays(first, at - 1)),
	);
}

/** An extra spell opens also on a day on which what is usual does not hold. */
function spansOf({ zone, weekly, covered, exceptions }: Hours, days: readonly string[]): Span[] {
	const special = exceptions.filter(({ day }) => days.includes(day));
	const off = special.filter(({ opens }) => opens === null).map(({ day }) => day);
	const usual = covered
		? off.reduce<readonly Span[]>((left, day) => without(left, wholeDay(day, zone)), covered)
		: days.filter((day) => !off.includes(day)).flatMap((day) => weeklyOn(weekly, day, zone));
	return joined([...usual, ...special.flatMap((extra) => spanOf(extra, extra.day, zone))]);
}

const weeklyOn = (weekly: Hours['weekly'], day: string, zone: string): Span[] =>
	weekly.filter(({ weekday }) => weekday === weekdayOf(day)).flatMap((spell) => spanOf(spell, day, zone));

function spanOf({ opens, closes }: Omit<Exception, 'day'>, day: string, zone: string): Span[] {
	if (opens === null || closes === null) return [];
	return [{ from: instantAt(day, opens, zone), to: instantAt(day, closes, zone) }];
}

function lacking({ present, room }: Sitting): DeskState['lacks'] {
	if (present === 0) return 'helper';
	return room > 0 ? null : 'room';
}

/** A time of another day reads like one of this: what is a day away and more has no time. */
function near(edge: Date, { zone }: Hours, moment: Date): string | null {
	const minute = Math.floor(moment.getTime() / MINUTE_MS) * MINUTE_MS;
	return Math.abs(edge.getTime() - minute) < DAY_MS ? wallTimeOf(edge, zone) : null;
}

function opening(from: Date, { zone }: Hours, moment: Date): DeskState['opens'] {
	const [day, today] = [dayOf(from, zone), dayOf(moment, zone)];
	const inDays = Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
	return inDays > LOOK_AHEAD_DAYS ? null : { day, time: wallTimeOf(from, zone), inDays };
}
