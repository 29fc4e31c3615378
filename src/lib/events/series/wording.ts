import { addDays, weekdayOf } from '#lib/platform/clock.ts';
import type { Say } from '#lib/platform/i18n/say.ts';
import { type Course, daysOf, type Rule, type Skip, skippedDays } from './rule.ts';

/** What goes on when: a rule with the time of the wall clock. */
export type Timed = Course & { readonly starts: string; readonly minutes: number };

/**
 * The rule as people say it, with the words of `messages/rule`: «каждый вторник, 12:00–15:00, кроме 7 апреля». What is
 * left out is told from the day `from` on, for most of a year, as the days are said without it.
 */
export function wordingOf(course: Timed, say: Say, from = course.from): string {
	const { rule } = course;
	const whole = (said: string): string => say('rule.whole', { rule: said, time: hoursSaid(course, say) });
	// A list of days holds only those that are.
	if (rule.kind === 'dates' || goesOnOnce(course)) return whole(datesSaid(allDays(course), say));
	return withBreaks(course, say, { whole: whole(ruleSaid(rule, say)), from });
}

/** «12:00–15:00», "klo 12–15". */
export function hoursSaid({ starts, minutes }: Pick<Timed, 'starts' | 'minutes'>, say: Say): string {
	return say('rule.time', { from: clockSaid(starts, say), to: clockSaid(endOf(starts, minutes), say) });
}

/** «7 апреля», "7.4." */
export function shortDaySaid(day: string, say: Say): string {
	return say(`rule.month.${Number(day.slice(5, 7))}`, { day: String(Number(day.slice(8))) });
}

/** «7 апреля 2026 года», "7.4.2026" */
export function dayOfYearSaid(day: string, say: Say): string {
	return say('rule.dayOfYear', { day: shortDaySaid(day, say), year: day.slice(0, 4) });
}

/** «вторник, 7 апреля», in another year than `today` with its year. */
export function fullDaySaid(day: string, say: Say, today = day): string {
	const said = day.slice(0, 4) === today.slice(0, 4) ? shortDaySaid(day, say) : dayOfYearSaid(day, say);
	return say('rule.dayOfWeek', { weekday: say(`rule.weekday.${weekdayOf(day)}`), day: said });
}

/** When the wall clock shows the end; past midnight it begins anew. */
export function endOf(starts: string, minutes: number): string {
	const end = (Number(starts.slice(0, 2)) * 60 + Number(starts.slice(3, 5)) + minutes) % 1440;
	return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}

const DAYS_TOLD = 330;
/** More are not listed: holidays are named together, dates are counted. */
const MOST_LISTED = 4;
const FAR = 3 * 366;

const allDays = (course: Course): readonly string[] => daysOf(course, addDays(course.from, FAR));

const goesOnOnce = (course: Course): boolean =>
	(course.times !== null || course.until !== null) && allDays(course).length === 1;

function ruleSaid(rule: Exclude<Rule, { kind: 'dates' }>, say: Say): string {
	return rule.kind === 'weekly' ? weeklySaid(rule, say) : monthlySaid(rule, say);
}

function weeklySaid({ weekdays, every }: Extract<Rule, { kind: 'weekly' }>, say: Say): string {
	const days = [...weekdays].sort();
	if (every === 1 && days.length === 7) return say('rule.daily');
	if (every === 1 && days.length === 1) return say(`rule.every.${days[0]}`);
	const said = joined(
		days.map((day) => say(`rule.on.${day}`)),
		say,
	);
	return say(`rule.weekly.${every}`, { days: said });
}

function monthlySaid({ nths, weekday }: Extract<Rule, { kind: 'monthly' }>, say: Say): string {
	const sorted = [...nths].sort((a, b) => place(a) - place(b));
	const said = joined(
		sorted.map((nth) => say(`rule.nth.${nth}.${weekday}`)),
		say,
	);
	return say(`rule.in.${sorted[0]}`, { when: say(`rule.monthly.${weekday}`, { nths: said }) });
}

const place = (nth: number | 'last'): number => (nth === 'last' ? 9 : nth);

function datesSaid(days: readonly string[], say: Say): string {
	const [first = '', last = first] = [days[0], days.at(-1)];
	if (days.length <= MOST_LISTED) return listed(days, say);
	return say('rule.dates.many', {
		count: days.length,
		...{ first: shortDaySaid(first, say), last: shortDaySaid(last, say) },
	});
}

function withBreaks(course: Course, say: Say, { whole, from }: { whole: string; from: string }): string {
	const { days, spans } = leftOut(course, from);
	const few = days.length <= MOST_LISTED;
	const except = few ? listed(days, say, 'nor') : '';
	const alone = days.length === 0 ? whole : say(few ? 'rule.except' : 'rule.exceptHolidays', { whole, days: except });
	if (spans.length === 0) return alone;
	const said = spans.map((span) =>
		say('rule.span', { from: shortDaySaid(span.from, say), to: shortDaySaid(span.to, say) }),
	);
	return say('rule.breaks', { whole: alone, spans: joined(said, say) });
}

/** Breaks in which more than one date falls, and the other days by themselves. */
function leftOut(course: Course, from: string): { days: readonly string[]; spans: Skip['spans'] } {
	const coming = skippedDays(course, addDays(from, DAYS_TOLD)).filter((day) => day >= from);
	const within = (span: { from: string; to: string }) => coming.filter((day) => span.from <= day && day <= span.to);
	const spans = course.skip.spans.filter((span) => within(span).length > 1);
	return { spans, days: coming.filter((day) => !spans.some((span) => span.from <= day && day <= span.to)) };
}

const listed = (days: readonly string[], say: Say, by: 'and' | 'nor' = 'and'): string =>
	joined(
		days.map((day) => shortDaySaid(day, say)),
		say,
		by,
	);

function joined(all: readonly string[], say: Say, by: 'and' | 'nor' = 'and'): string {
	if (all.length < 2) return all[0] ?? '';
	return say(`rule.${by}`, { all: all.slice(0, -1).join(', '), last: all.at(-1) ?? '' });
}

/** «12:00», "12". */
export function clockSaid(time: string, say: Say): string {
	const hour = String(Number(time.slice(0, 2)));
	const minute = time.slice(3, 5);
	return say(minute === '00' ? 'rule.hour' : 'rule.minute', { hour, minute });
}
