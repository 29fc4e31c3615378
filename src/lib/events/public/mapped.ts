import type { Series } from '../event.ts';
import type { View } from './calendar.ts';
import { stageOf } from './moments.ts';

/** The series of which a date is to come. */
export function seriesWithDates({ calendar, at }: Pick<View, 'calendar' | 'at'>): Series[] {
	const ahead = calendar.occurrences.filter((date) => date.state === 'planned' && stageOf(date, at) !== 'over');
	const ids = new Set(ahead.map(({ seriesId }) => seriesId));
	return [...calendar.series.values()].filter(({ id }) => ids.has(id));
}

/** Where they are, in the languages in which they are named. */
export function mappedSeries(
	view: Pick<View, 'calendar' | 'at'>,
	languages: readonly string[],
): { path: string; languages: readonly string[] }[] {
	return seriesWithDates(view).map(({ id, names }) => ({
		path: `/events/${id}`,
		languages: languages.filter((lang) => names[lang] !== undefined),
	}));
}
