import type { Say } from '#lib/platform/i18n/say.ts';
import type { ExchangeChoice, ExchangeTold } from '../../shifts/told.ts';
import { type Head, headShown, whenSaid } from './head.ts';

export type ExchangeShown = ReturnType<typeof exchangeShown>;

/** As a page shows it. `name`: of the other one; empty where nobody is named. */
export function exchangeShown({ id, isMine, name, gives, gets }: ExchangeTold, lang: string) {
	return { id, isMine, name, gives: headShown(gives, lang), gets: headShown(gets, lang) };
}

/** Of a list from which one is chosen. */
export const choiceShown = ({ id, name, shift }: ExchangeChoice, lang: string) => ({
	...{ id, name, shift: headShown(shift, lang) },
});
export type ChoiceShown = ReturnType<typeof choiceShown>;

/** Where nobody is named, two who have the same shift are one choice. */
export const onePerShift = (all: readonly ExchangeChoice[]): ExchangeChoice[] =>
	all.filter(({ shift }, at) => all.findIndex((other) => other.shift.id === shift.id) === at);

/** When it is comes first: on a phone the end of a line is cut. */
export const choiceSaid = ({ name, shift }: ChoiceShown, say: Say): string =>
	[whenSaid(shift, say), name, whatSaid(shift, say)].filter((part) => part !== '').join(', ');

export const whatSaid = ({ work, name }: Pick<Head, 'work' | 'name'>, say: Say): string =>
	`${say(`hours.work.${work}`)} · ${name}`;
