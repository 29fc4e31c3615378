import type { CallWindow, ShownTime } from '#lib/cases/index.ts';
import { dateSaid, nearDay, timeSaid } from '#lib/design/when.ts';
import type { Say } from '#lib/platform/i18n/say.ts';

type Part = 'morning' | 'afternoon' | 'evening';

export function windowSaid(say: Say, window: Pick<CallWindow, 'day' | 'inDays' | 'opens' | 'closes'>): string {
	return say('callback.window.choice', {
		day: nearDayOrDate(say, window),
		part: say(`callback.part.${partOf(window)}`),
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

/** By its middle. */
function partOf({ opens, closes }: Pick<CallWindow, 'opens' | 'closes'>): Part {
	const middle = (hourOf(opens) + hourOf(closes)) / 2;
	if (middle < 12) return 'morning';
	return middle < 17 ? 'afternoon' : 'evening';
}

const hourOf = (time: string): number => Number(time.slice(0, 2)) + Number(time.slice(3, 5)) / 60;
