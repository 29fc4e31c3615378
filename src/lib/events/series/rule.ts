import { addDays, weekdayOf } from '#lib/platform/clock.ts';
import { holidayOn } from './holidays.ts';

/** How dates come round. Nothing else can be said: what it cannot express is a list of dates. */
export type Rule =
	/** `weekdays`: 1 = Monday … 7 = Sunday. Weeks are counted from the Monday of the first day. */
	| { readonly kind: 'weekly'; readonly weekdays: readonly number[]; readonly every: 1 | 2 | 4 }
	/** The 2nd and 4th Thursday, the last Tuesday. */
	| { readonly kind: 'monthly'; readonly nths: readonly Nth[]; readonly weekday: number }
	| { readonly kind: 'dates'; readonly days: readonly string[] };

export const NTHS = [1, 2, 3, 4, 'last'] as const;
export type Nth = (typeof NTHS)[number];

/** Both days are within. */
export type Span = { readonly from: string; readonly to: string };

/** What is left out: it moves nothing and counts for nothing. */
export type Skip = { readonly holidays: boolean; readonly spans: readonly Span[] };

/** A rule with its ends, in days of the wall calendar. `until` and `times`: null when that is not what ends it. */
export type Course = {
	readonly rule: Rule;
	readonly from: string;
	readonly until: string | null;
	readonly times: number | null;
	readonly skip: Skip;
};

/** The days of the course up to `last`, in order. */
export function daysOf(course: Course, last: string): string[] {
	const end = course.until !== null && course.until < last ? course.until : last;
	const found: string[] = [];
	for (const day of candidates(course, end)) {
		if (isSkipped(day, course.skip)) continue;
		if (course.times !== null && found.length === course.times) break;
		found.push(day);
	}
	return found;
}

/** The days on which it would have been, and is not. */
export function skippedDays(course: Course, last: string): string[] {
	const held = daysOf(course, last);
	const end = course.times === null ? last : (held.at(-1) ?? last);
	const all = daysOf({ ...course, times: null, skip: { holidays: false, spans: [] } }, end);
	return all.filter((day) => isSkipped(day, course.skip));
}

export function isSkipped(day: string, { holidays, spans }: Skip): boolean {
	return (holidays && holidayOn(day) !== null) || spans.some(({ from, to }) => from <= day && day <= to);
}

function* candidates({ rule, from }: Course, end: string): Generator<string> {
	if (rule.kind === 'dates') {
		yield* [...new Set(rule.days)].filter((day) => from <= day && day <= end).sort();
		return;
	}
	const isOn = rule.kind === 'weekly' ? weekly(rule, from) : monthly(rule);
	for (let day = from; day <= end; day = addDays(day, 1)) if (isOn(day)) yield day;
}

function weekly({ weekdays, every }: Extract<Rule, { kind: 'weekly' }>, from: string): (day: string) => boolean {
	const monday = addDays(from, 1 - weekdayOf(from));
	return (day) => weekdays.includes(weekdayOf(day)) && Math.floor(daysBetween(monday, day) / 7) % every === 0;
}

function monthly({ nths, weekday }: Extract<Rule, { kind: 'monthly' }>): (day: string) => boolean {
	return (day) => weekdayOf(day) === weekday && nths.some((nth) => isNth(day, nth));
}

function isNth(day: string, nth: Nth): boolean {
	if (nth === 'last') return addDays(day, 7).slice(0, 7) !== day.slice(0, 7);
	return Math.ceil(Number(day.slice(8)) / 7) === nth;
}

function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
}
