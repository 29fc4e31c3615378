import type { CallWindow, ShownTime } from '#lib/cases/index.ts';
import { dateSaid, nearDay, timeSaid } from '#lib/design/when.ts';
import type { Say } from '#lib/platform/i18n/say.ts';

type Part = 'morning' | 'afternoon' | 'evening';

export function windowSaid(say: Say, window: Pick<CallWindow, 'day' | 'inDays' | 'opens' | 'closes'>): string {
	return say('callback.window.choice', {
		day: nearDayOrDate(say, window),
		part: say(`callback.part.${partOf(window.opens)}`),
		opens: timeSaid(say, window.opens),
		closes: timeSaid(say, window.closes),
	});
}

export function callTimeSaid(say: Say, time: ShownTime): string {
	return time.anyTime ? say('callback.window.anyUntil', { day: dateSaid(say, time.lastDay) }) : windowSaid(say, time);
}

/** What is past is told by its date. */
function nearDayOrDate(say: Say, { day, inDays }: { day: string; inDays: number }): string {
	return inDays < 0 ? dateSaid(say, day) : nearDay(say, { day, inDays });
}

function partOf(opens: string): Part {
	if (opens < '12:00') return 'morning';
	return opens < '17:00' ? 'afternoon' : 'evening';
}
