import { daySaid, timeSaid, weekdayName } from '#lib/design/when.ts';
import { weekdayOf } from '#lib/platform/clock.ts';
import type { Say } from '#lib/platform/i18n/say.ts';
import type { Head } from './door.server.ts';

/** When it is, as it stands above every page and every paper. */
export function whenOf(say: Say, { day, starts, ends }: Pick<Head, 'day' | 'starts' | 'ends'>): string {
	return say('people.head.when', {
		...{ weekday: weekdayName(say, weekdayOf(day)), day: daySaid(say, day) },
		...{ starts: timeSaid(say, starts), ends: timeSaid(say, ends) },
	});
}
