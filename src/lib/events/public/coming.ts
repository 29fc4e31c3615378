import { addDays, dayOf } from '#lib/platform/clock.ts';
import { type Choice, type Options, optionsOf, suits } from './choice.ts';
import { type Dated, datedOf, type View } from './calendar.ts';
import { stageOf } from './moments.ts';
import { type DateTold, dateTold } from './told.ts';

/** A date that is no more on its day: whoever remembers the day finds it there all the same. */
type MovedAway = Pick<DateTold, 'href' | 'name' | 'nameLang' | 'day' | 'starts' | 'minutes'>;
export type Day = { readonly day: string; readonly dates: readonly DateTold[]; readonly moved: readonly MovedAway[] };

export type Coming = {
	readonly today: string;
	/** Today and the six days after it. */
	readonly week: readonly Day[];
	readonly later: readonly Day[];
	/** Months in which anything is to come, as `YYYY-MM`. */
	readonly months: readonly string[];
	readonly options: Options;
	readonly hasMadeUp: boolean;
};

const DAYS_SHOWN = 35;
const FIRST_DAYS = 4;
const MONTHS_LINKED = 4;
/** So that the page stays small where there is much: whole days until so many dates are shown. */
const MOST_SHOWN = 40;

/** What is on from now on, by day. */
export function coming(view: View, choice: Choice): Coming {
	const today = dayOf(view.at);
	const all = ahead(view);
	const suited = all.filter((one) => suits(view, one, choice));
	const days = shownOf(daysTold(view, suited, today), today);
	const weekEnds = addDays(today, 7);
	return {
		today,
		week: days.filter(({ day }) => day < weekEnds),
		later: days.filter(({ day }) => day >= weekEnds),
		months: [...new Set(suited.map(({ date }) => date.day.slice(0, 7)))].slice(0, MONTHS_LINKED),
		options: optionsOf(view, all),
		hasMadeUp: suited.some((one) => isMadeUp(view, one)),
	};
}

/** The next dates to which somebody can go; `suitsHer` says which. */
export function nextDates(view: View, most: number, suitsHer: (dated: Dated) => boolean = () => true): DateTold[] {
	const open = ahead(view).filter((one) => one.date.state === 'planned' && suitsHer(one));
	return open.slice(0, most).map((one) => dateTold(view, one));
}

/** The next date at each place. */
export function nextByPlace(view: View): Record<string, DateTold> {
	const first = new Map<string, DateTold>();
	for (const one of ahead(view)) {
		const { placeId, state } = one.date;
		if (placeId && state === 'planned' && !first.has(placeId)) first.set(placeId, dateTold(view, one));
	}
	return Object.fromEntries(first);
}

export const isMadeUp = ({ calendar }: View, { of }: Pick<Dated, 'of'>): boolean =>
	calendar.organisations.get(of.organisationId)?.isDemonstration ?? false;

function ahead(view: View): Dated[] {
	return datedOf(view.calendar).filter(({ date }) => stageOf(date, view.at) !== 'over');
}

export function daysTold(view: View, dates: readonly Dated[], from: string): Day[] {
	const moved = dates.filter(({ date }) => date.planned.day !== date.day && date.planned.day >= from);
	const days = new Set([...dates.map(({ date }) => date.day), ...moved.map(({ date }) => date.planned.day)]);
	return [...days].sort().map((day) => ({
		day,
		dates: dates.filter(({ date }) => date.day === day).map((one) => dateTold(view, one)),
		moved: moved.filter(({ date }) => date.planned.day === day).map((one) => movedAway(view, one)),
	}));
}

function movedAway(view: View, dated: Dated): MovedAway {
	const { href, name, nameLang, day, starts, minutes } = dateTold(view, dated);
	return { href, name, nameLang, day, starts, minutes };
}

/** Some weeks; after a long break, the first days that come. */
function shownOf(days: readonly Day[], today: string): Day[] {
	const soon = days.filter(({ day }) => day < addDays(today, DAYS_SHOWN));
	return soon.length > 0 ? fitting(soon) : fitting(days.slice(0, FIRST_DAYS));
}

function fitting(days: readonly Day[]): Day[] {
	let shown = 0;
	return days.filter(({ dates }) => {
		shown += dates.length;
		return shown <= MOST_SHOWN || shown === dates.length;
	});
}
