import { expect, test } from 'vitest';
import { addDays } from '#lib/platform/clock.ts';
import { momentsOf } from './asPlanned.ts';
import { type Course, daysOf, type Nth, NTHS, type Rule } from './rule.ts';
import { type Asked, datesByWalking } from './testing.ts';

/** `bin/drill clock` asks for more of them, and plants a fault. */
const COURSES = Number(process.env.CLOCK_COURSES ?? 150);
const FAULT = process.env.CLOCK_FAULT;

test('the walk itself knows the days on which the clocks were changed', () => {
	const sundays = { kind: 'weekly', weekdays: [7], every: 1 } as const;
	const about = (from: string, starts: string) =>
		datesByWalking({ rule: sundays, from, until: from, starts, minutes: 60 })[0]?.split(' ')[1];
	const minute = (iso: string): string => String(Date.parse(iso) / 60_000);
	expect(about('2026-03-29', '02:59')).toBe(minute('2026-03-29T00:59:00Z'));
	expect(about('2026-03-29', '03:30')).toBe(minute('2026-03-29T01:30:00Z'));
	expect(about('2026-03-29', '04:00')).toBe(minute('2026-03-29T01:00:00Z'));
	expect(about('2026-10-25', '03:30')).toBe(minute('2026-10-25T00:30:00Z'));
	expect(about('2026-10-25', '04:00')).toBe(minute('2026-10-25T02:00:00Z'));
});

test('P41: courses keep the time of the wall over the clock changes of twenty years', { timeout: 600_000 }, () => {
	const seen = keepTime(COURSES, FAULT);
	expect(seen.wrong.slice(0, 5)).toEqual([]);
	expect(seen.dates).toBeGreaterThan(COURSES);
	expect(seen.changes).toBeGreaterThan(COURSES / 50);
});

test.each(['by-hours', 'winter'])('a course that counts %s is seen', (fault) => {
	expect(keepTime(40, fault).wrong.length).toBeGreaterThan(10);
});

/** So many courses at random, held against somebody who walks through the calendar minute by minute. */
function keepTime(count: number, fault?: string): Seen {
	const draw = dice(41);
	const seen: Seen = { dates: 0, changes: 0, wrong: [] };
	for (let course = 0; course < count; course++) look(seen, anyCourse(draw, course), fault);
	return seen;
}

/** A course that comes round; days that are listed have no clock to lose. */
type Turning = Exclude<Rule, { kind: 'dates' }>;
type Drawn = Omit<Asked, 'rule'> & { readonly rule: Turning };

type Seen = { dates: number; changes: number; readonly wrong: string[] };

function look(seen: Seen, asked: Drawn, fault: string | undefined): void {
	const ours = datesOf(asked, fault);
	const theirs = datesByWalking(asked);
	seen.dates += theirs.length;
	seen.changes += theirs.filter(isOnChange).length;
	const differ = theirs.length !== ours.length || theirs.some((one, at) => one !== ours[at]);
	if (differ) seen.wrong.push(`${JSON.stringify(asked.rule)} ${asked.from} ${asked.until} ${asked.starts}`);
}

/** Faults: `by-hours` counts from the first date on in hours, `winter` knows no summer time. */
function datesOf({ starts, minutes, ...course }: Drawn, fault: string | undefined): string[] {
	const whole: Course = { ...course, times: null, skip: { holidays: false, spans: [] } };
	const days = daysOf(whole, course.until);
	const begins = days.map((day) => momentsOf({ day, starts, minutes }, 'Europe/Helsinki'));
	const [first] = begins;
	return days.map((day, at) => {
		const { startsAt, endsAt } = begins[at] ?? { startsAt: new Date(0), endsAt: new Date(0) };
		if (!fault || !first) return `${day} ${inMinutes(startsAt)} ${inMinutes(endsAt)}`;
		const since = Math.round((Date.parse(day) - Date.parse(course.from)) / 86_400_000);
		const zero = fault === 'winter' ? Date.parse(`${course.from}T${starts}:00+02:00`) : first.startsAt.getTime();
		const shifted = Math.floor(zero / 60_000) + since * 1440;
		return `${day} ${shifted} ${shifted + minutes}`;
	});
}

const inMinutes = (moment: Date): number => Math.floor(moment.getTime() / 60_000);

/** A Sunday on which a clock is changed. */
function isOnChange(date: string): boolean {
	const [day = ''] = date.split(' ');
	const isSunday = new Date(`${day}T12:00:00Z`).getUTCDay() === 0;
	return isSunday && /-(03|10)-(2[5-9]|3[01])$/.test(day);
}

type Draw = (below: number) => number;

/** The same courses in every run: mulberry32. */
function dice(seed: number): Draw {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	};
}

/** Half of them begin within the hours in which a clock is changed. */
function anyCourse(draw: Draw, number: number): Drawn {
	const from = addDays('2020-01-01', draw(20 * 365));
	const hour = number % 2 === 0 ? 2 + draw(3) : draw(24);
	const minute = ['00', '15', '30', '59'][draw(4)];
	return {
		...{ rule: draw(2) === 0 ? anyWeekly(draw) : anyMonthly(draw), from, until: addDays(from, 30 + draw(500)) },
		...{ starts: `${String(hour).padStart(2, '0')}:${minute}`, minutes: 5 + draw(300) },
	};
}

function anyWeekly(draw: Draw): Turning {
	const weekdays = [1, 2, 3, 4, 5, 6, 7].filter(() => draw(3) === 0);
	return { kind: 'weekly', weekdays: weekdays.length > 0 ? weekdays : [7], every: ([1, 2, 4] as const)[draw(3)] ?? 1 };
}

function anyMonthly(draw: Draw): Turning {
	const nths: Nth[] = NTHS.filter(() => draw(3) === 0);
	return { kind: 'monthly', nths: nths.length > 0 ? nths : ['last'], weekday: 1 + draw(7) };
}
