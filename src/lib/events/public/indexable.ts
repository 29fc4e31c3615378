import type { Texts } from '#lib/platform/i18n/say.ts';
import type { Dated, View } from './calendar.ts';
import { nextDates } from './coming.ts';
import { seriesWithDates } from './mapped.ts';
import type { DateTold } from './told.ts';

/**
 * What a series gives to the search while a date of it is to come. No date is in it: texts that change make the index
 * anew, and a club has a next date every week.
 */
export function indexableSeries(view: Pick<View, 'calendar' | 'places' | 'at'>) {
	const { calendar, places } = view;
	return seriesWithDates({ calendar, at: view.at }).map((of) => {
		const activity: Texts = calendar.activities.get(of.activityId)?.names ?? {};
		const place = places.find(({ id }) => id === of.placeId);
		const municipalities = place && !place.nationwide ? Object.values(place.municipality) : [];
		return {
			kind: 'event' as const,
			...{ id: of.id, names: of.names, purpose: of.summary },
			...(place && { provider: place.municipality }),
			// An event that is held online, too, is for people of every town.
			municipalities: of.mode === 'on-site' ? municipalities : [],
			aliases: [...Object.values(activity), ...Object.values(place?.names ?? {})],
		};
	});
}

/** What is told of a series that was found. */
export function nextOfSeries(view: View, id: string): DateTold | undefined {
	return nextDates(view, 1, ({ of }: Dated) => of.id === id)[0];
}
