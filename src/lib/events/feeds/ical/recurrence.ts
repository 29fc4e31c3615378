import { type Course, daysOf, type Rule } from '../../series/rule.ts';

/** How the days of a series are written for other calendars: what expands to exactly the days that are. */
export type Recurrence = {
	readonly repeats: Repeats | null;
	/** Days that no rule gives: each stands by itself. */
	readonly alone: readonly string[];
};

export type Repeats = {
	readonly rule: Exclude<Rule, { kind: 'dates' }>;
	readonly first: string;
	readonly last: string;
	/** How many days the rule gives, where the series itself is so many times; null: it ends by the day. */
	readonly count: number | null;
	/** Days that the rule gives and that are not. */
	readonly leftOut: readonly string[];
};

/** `days`: of the rows, in order; at least one. */
export function recurrenceOf(of: Course, days: readonly string[]): Recurrence {
	const given = daysByRule(of, days.at(-1) ?? of.from);
	const isThere = new Set(days);
	const held = given.filter((day) => isThere.has(day));
	const [first, last] = [held[0], held.at(-1)];
	// A rule that gives one day, or more untrue days than true ones, says less than a list.
	if (of.rule.kind === 'dates' || first === undefined || last === undefined || held.length < 2) return aloneAll(days);
	const inView = given.filter((day) => first <= day && day <= last);
	const leftOut = inView.filter((day) => !isThere.has(day));
	if (leftOut.length > held.length) return aloneAll(days);
	const count = of.times !== null && given[0] === first ? inView.length : null;
	const isHeld = new Set(held);
	return { repeats: { rule: of.rule, first, last, count, leftOut }, alone: days.filter((day) => !isHeld.has(day)) };
}

const aloneAll = (days: readonly string[]): Recurrence => ({ repeats: null, alone: days });

/** With those that are skipped: a calendar counts them. */
function daysByRule(of: Course, last: string): string[] {
	if (of.rule.kind === 'dates') return [];
	return daysOf({ ...of, until: null, times: null, skip: { holidays: false, spans: [] } }, last);
}
