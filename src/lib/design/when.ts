import { weekdayOf } from '#lib/platform/clock.ts';
import type { Say } from '#lib/platform/i18n/say.ts';

/** A moment to come as a calendar day, a wall time and how many days it is away. */
export type Moment = { readonly day: string; readonly time: string; readonly inDays: number };

/** «сегодня в 16:00», «в понедельник в 10:00»: for people, with the words of `messages/site`. */
export function whenSaid(say: Say, moment: Moment): string {
	return say('site.when.at', { day: nearDay(say, moment), time: timeSaid(say, moment.time) });
}

export function timeSaid(say: Say, time: string): string {
	const moment = `1970-01-01T${time.slice(0, 5)}:00Z`;
	return format(say, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }, moment);
}

/** The name of a weekday by itself; 1 = Monday … 7 = Sunday. */
export function weekdayName(say: Say, weekday: number): string {
	// 5 January 1970 was a Monday.
	return format(say, { weekday: 'long' }, `1970-01-${String(4 + weekday).padStart(2, '0')}T12:00:00Z`);
}

/** A day with its year, as it stands inside a sentence. */
export function daySaid(say: Say, day: string): string {
	const said = format(say, { day: 'numeric', month: 'long', year: 'numeric' }, noonOf(day));
	// The abbreviation of «год» has a full stop of its own, which would meet that of the sentence.
	return said.replace(/\sг\.$/, ' года');
}

/** A day of these weeks, without its year. */
export function dateSaid(say: Say, day: string): string {
	return format(say, { day: 'numeric', month: 'long' }, noonOf(day));
}

/** A month `YYYY-MM` with its year, by itself. */
export function monthSaid(say: Say, month: string): string {
	return format(say, { month: 'long', year: 'numeric' }, noonOf(`${month}-01`)).replace(/\sг\.$/, '');
}

const ZONE = 'Europe/Helsinki';
const FIGURES = { day: 'numeric', month: 'numeric', year: 'numeric' } as const;

/** A day in figures, for lists where it is seen and not read. */
export function dayInFigures(say: Say, day: string): string {
	return format(say, FIGURES, noonOf(day));
}

/** A moment as somebody at the desk reads it: day, month, year, time in the network's zone. */
export function momentSaid(say: Say, moment: Date): string {
	const parts = { ...FIGURES, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE } as const;
	return format(say, parts, moment.toISOString());
}

/** The hour and minute of a moment, in the network's zone. */
export function timeOfMoment(say: Say, moment: string): string {
	return format(say, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE }, moment);
}

/** «сегодня», «завтра», «в понедельник», further away with its date. */
export function nearDay(say: Say, { day, inDays }: Pick<Moment, 'day' | 'inDays'>): string {
	if (inDays < 2) return new Intl.RelativeTimeFormat(localeOf(say), { numeric: 'auto' }).format(inDays, 'day');
	const weekday = say(`site.when.weekday.${weekdayOf(day)}`);
	return inDays < 7 ? weekday : say('site.when.on', { weekday, date: dateSaid(say, day) });
}

function format(say: Say, parts: Intl.DateTimeFormatOptions, moment: string): string {
	return new Intl.DateTimeFormat(localeOf(say), { timeZone: 'UTC', ...parts }).format(Date.parse(moment));
}

function noonOf(day: string): string {
	return `${day}T12:00:00Z`;
}

function localeOf(say: Say): string {
	return say('site.when.locale');
}
