import { dayOf } from '#lib/platform/clock.ts';
import type { Say } from '#lib/platform/i18n/say.ts';

/** A calendar day as the reader writes it. */
export function daySaid(lang: string, day: string): string {
	return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day));
}

/** The day of a moment. */
export const dayOfMoment = (lang: string, moment: string): string => daySaid(lang, dayOf(new Date(moment)));

export const untilSaid = (say: Say, lang: string, day: string): string =>
	say('case.until', { date: daySaid(lang, day) });
