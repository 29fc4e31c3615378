import type { ServicePoint } from '#lib/network/index.ts';
import type { Occurrence, Series } from '../event.ts';
import { type Calendar, type Dated, datedOf } from '../public/calendar.ts';

/** All that the feeds are made from. */
export type Shown = {
	/** Changes with anything in it. */
	readonly revision: string;
	readonly calendar: Calendar;
	readonly places: ReadonlyMap<string, ServicePoint>;
};

/** Which dates are asked for; what is not named is not looked at. */
export type Wanted = {
	readonly organisation?: string | undefined;
	readonly place?: string | undefined;
	readonly series?: string | undefined;
	/** In which help is given there. */
	readonly language?: string | undefined;
	/** The original day of one date. */
	readonly day?: string | undefined;
};

/** In order of time. A date that was moved away from a place is told there too. */
export function chosen({ calendar }: Shown, { organisation, place, series, language, day }: Wanted): Dated[] {
	return datedOf(calendar).filter(
		({ of, date }) =>
			(organisation === undefined || [of.organisationId, ...of.partnerIds].includes(organisation)) &&
			(place === undefined || [date.placeId, date.planned.placeId].includes(place)) &&
			(series === undefined || of.id === series) &&
			(language === undefined || of.languages.includes(language)) &&
			(day === undefined || date.originalDay === day),
	);
}

/** The dates of one series, in order of their original days. */
export type Run = { readonly of: Series; readonly dates: readonly Occurrence[] };

/** By series, in order of their first dates. */
export function runsOf(dated: readonly Dated[]): Run[] {
	const found = Map.groupBy(dated, ({ of }) => of);
	return [...found].map(([of, all]) => ({
		of,
		dates: all.map(({ date }) => date).sort((a, b) => (a.originalDay < b.originalDay ? -1 : 1)),
	}));
}
