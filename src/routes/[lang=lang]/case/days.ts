import { daySaid } from '#lib/design/when.ts';
import { dayOf } from '#lib/platform/clock.ts';
import type { Say } from '#lib/platform/i18n/say.ts';

/** The day of a moment. */
export const dayOfMoment = (say: Say, moment: string): string => daySaid(say, dayOf(new Date(moment)));

export const untilSaid = (say: Say, day: string): string => say('case.until', { date: daySaid(say, day) });
