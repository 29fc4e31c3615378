import type { Organisation, ServicePoint } from '#lib/network/index.ts';
import type { Activity, Occurrence, Series } from '../event.ts';

/** All that the public can see of the calendar, as it was read last. */
export type Calendar = {
	/** Changes with anything in it, and when a date comes near, begins or ends. */
	readonly revision: string;
	readonly activities: ReadonlyMap<string, Activity>;
	/** Public ones, and ended ones of which dates are still shown. */
	readonly series: ReadonlyMap<string, Series>;
	/** In order of time, from some months ago. */
	readonly occurrences: readonly Occurrence[];
	/** Who holds them. */
	readonly organisations: ReadonlyMap<string, Organisation>;
};

/** What a page is made from: what goes on, where that is, for whom it is told, and when. */
export type View = {
	readonly calendar: Calendar;
	readonly places: readonly ServicePoint[];
	readonly lang: string;
	readonly at: Date;
};

export type Dated = { readonly of: Series; readonly date: Occurrence };

/** Each date with its series. */
export function datedOf({ series, occurrences }: Calendar): Dated[] {
	return occurrences.flatMap((date) => {
		const of = series.get(date.seriesId);
		return of ? [{ of, date }] : [];
	});
}
