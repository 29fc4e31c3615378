import { dayOf } from '#lib/platform/clock.ts';
import { type Choice, type Options, optionsOf, suits } from './choice.ts';
import { type Dated, datedOf, type View } from './calendar.ts';
import { type Day, daysTold, isMadeUp } from './coming.ts';

export type Month = {
	readonly month: string;
	readonly days: readonly Day[];
	/** How many lines it has: they are set the larger, the fewer there are. */
	readonly lines: number;
	/** Null where nothing can be shown any more, or not yet. */
	readonly previous: string | null;
	readonly next: string | null;
	readonly options: Options;
	readonly hasMadeUp: boolean;
};

/** Of the calendar that is held in memory. */
const MONTHS_BEHIND = 2;
const MONTHS_AHEAD = 17;

/** A month for the wall; undefined for one that is no month, or lies outside the calendar. */
export function monthPage(view: View, month: string, choice: Choice): Month | undefined {
	if (!isShown(view, month)) return undefined;
	const dates = datedOf(view.calendar).filter((one) => isIn(month, one));
	const suited = dates.filter((one) => suits(view, one, choice));
	const days = daysTold(view, suited, `${month}-01`).filter(({ day }) => day.startsWith(month));
	const [previous, next] = [monthAfter(month, -1), monthAfter(month, 1)];
	return {
		...{ month, days, options: optionsOf(view, dates) },
		lines: days.reduce((sum, day) => sum + day.dates.length + day.moved.length, 0),
		previous: isShown(view, previous) ? previous : null,
		next: isShown(view, next) ? next : null,
		hasMadeUp: suited.some((one) => isMadeUp(view, one)),
	};
}

function isShown({ at }: View, month: string): boolean {
	if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) return false;
	const here = dayOf(at).slice(0, 7);
	return month >= monthAfter(here, -MONTHS_BEHIND) && month <= monthAfter(here, MONTHS_AHEAD);
}

const isIn = (month: string, { date }: Dated): boolean =>
	date.day.startsWith(month) || date.planned.day.startsWith(month);

function monthAfter(month: string, months: number): string {
	const all = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
	return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`;
}
