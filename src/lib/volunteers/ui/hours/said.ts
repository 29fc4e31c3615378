import type { Say } from '#lib/platform/i18n/say.ts';
import type { HourEntry } from '../../hours/entry.ts';

/** «1 ч 30 мин»: hours as they are said to people. */
export function timeSaid(say: Say, minutes: number): string {
	const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
	if (rest === 0) return say('hours.time.hours', { hours });
	return hours === 0 ? say('hours.time.minutes', { minutes: rest }) : say('hours.time.both', { hours, minutes: rest });
}

export const quartersSaid = (say: Say, quarters: number): string => timeSaid(say, quarters * 15);

/** Why a colleague did not confirm it, in her words; with the length that she remembers. */
export const whySaid = (say: Say, one: Pick<HourEntry, 'reason' | 'quarters' | 'proposedQuarters'>): string =>
	say(`hours.reason.${one.reason}`, { time: quartersSaid(say, one.proposedQuarters ?? one.quarters) });

/** «2–5 ч»: as short as it goes. */
export function rangeSaid(say: Say, least: number, most: number): string {
	if (least % 60 !== 0 || most % 60 !== 0) return `${timeSaid(say, least)} – ${timeSaid(say, most)}`;
	return least === most ? timeSaid(say, most) : say('hours.time.range', { least: least / 60, most: most / 60 });
}
