import { type Dated, datedOf, type View } from './calendar.ts';
import { type About, aboutOf, isPastAndShown } from './series.ts';
import { type DateTold, dateTold } from './told.ts';
import { stageOf } from './moments.ts';

export type DatePage = {
	readonly about: About;
	readonly date: DateTold;
	/** How the world's calendars know it. */
	readonly key: { readonly seriesId: string; readonly originalDay: string };
	/** Only while the door is open. */
	readonly link: string | null;
	/** The date that is held in place of this one. */
	readonly instead: DateTold | null;
	/** The next one of the same series to which somebody can go. */
	readonly next: DateTold | null;
	readonly takesPartOnline: boolean;
};

export function datePage(view: View, seriesId: string, originalDay: string): DatePage | undefined {
	const all = datedOf(view.calendar);
	const found = all.find(({ date }) => date.seriesId === seriesId && date.originalDay === originalDay);
	if (!found || !isShown(view, found)) return undefined;
	const { of, date } = found;
	const instead = all.find((one) => one.date.id === date.replacedBy);
	return {
		about: aboutOf(view, of, date.placeId),
		date: dateTold(view, found),
		key: { seriesId, originalDay },
		link: linkNow(view, found),
		instead: instead ? dateTold(view, instead) : null,
		next: nextOf(view, all, found),
		takesPartOnline: date.mode !== 'on-site' && (date.link ?? of.link) !== null,
	};
}

/** Where the site leads for a day that is not shown, or no more: to the series it belongs to. */
export const isDay = (text: string): boolean => /^20\d\d-\d\d-\d\d$/.test(text);

function isShown(view: View, dated: Dated): boolean {
	return stageOf(dated.date, view.at) !== 'over' || isPastAndShown(view, dated);
}

/** Whoever has the link can come in: it is shown when it is time and not before. */
function linkNow({ at }: View, { of, date }: Dated): string | null {
	const isOpen = date.state === 'planned' && ['near', 'running'].includes(stageOf(date, at));
	return isOpen && date.mode !== 'on-site' ? (date.link ?? of.link) : null;
}

function nextOf(view: View, all: readonly Dated[], { date }: Dated): DateTold | null {
	const isNext = (one: Dated): boolean =>
		one.date.seriesId === date.seriesId &&
		one.date.id !== date.id &&
		one.date.state === 'planned' &&
		one.date.startsAt > date.startsAt &&
		stageOf(one.date, view.at) === 'coming';
	const next = all.find(isNext);
	return next ? dateTold(view, next) : null;
}
