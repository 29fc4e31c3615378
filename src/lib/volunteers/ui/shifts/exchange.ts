import { dayOf, wallTimeOf } from '#lib/platform/clock.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { Say } from '#lib/platform/i18n/say.ts';
import { fullDaySaid, hoursSaid } from '#lib/events/index.ts';
import { minutesOf } from '../../shifts/shift.ts';
import type { ExchangeChoice, ExchangeTold, NamedShift } from '../../shifts/told.ts';

export type ExchangeShown = ReturnType<typeof exchangeShown>;

/** As a page shows it. `name`: of the other one; empty where nobody is named. */
export function exchangeShown({ id, isMine, name, gives, gets }: ExchangeTold, lang: string) {
	return { id, isMine, name, gives: halfShown(gives, lang), gets: halfShown(gets, lang) };
}

/** Of a list from which one is chosen. */
export const choiceShown = ({ id, name, shift }: ExchangeChoice, lang: string) => ({
	...{ id, name, shift: halfShown(shift, lang) },
});
export type ChoiceShown = ReturnType<typeof choiceShown>;

/** When it is comes first: on a phone the end of a line is cut. `whose`: who has it, where somebody is named. */
export const halfSaid = (one: HalfShown, say: Say, whose = ''): string =>
	[fullDaySaid(one.day, say), hoursSaid(one, say), whose, say(`hours.work.${one.work}`), one.name]
		.filter((part) => part !== '')
		.join(', ');

type HalfShown = ReturnType<typeof halfShown>;
const halfShown = (one: NamedShift, lang: string) => ({
	...{ id: one.id, work: one.work, name: inLanguage(one.names, lang) },
	...{ day: dayOf(one.startsAt, one.zone), starts: wallTimeOf(one.startsAt, one.zone), minutes: minutesOf(one) },
});
