import { error, redirect } from '@sveltejs/kit';
import {
	addressOfSeries,
	answersOf,
	datePage,
	dateStructured,
	eventsView,
	isDay,
	materialsOf,
} from '#lib/events/index.server.ts';
import { dayOf } from '#lib/platform/clock.ts';
import type { PageServerLoad } from './$types';

/** A day that is shown no more, or never was one, leads to the series: old papers and links stay good. */
export const load: PageServerLoad = ({ params: { lang, series, day } }) => {
	const view = eventsView(lang);
	const page = datePage(view, series, day);
	if (page) {
		const given = { materials: materialsOf(series, day, lang), answers: answersOf(series, day, lang) };
		return { ...page, ...given, today: dayOf(view.at), json: dateStructured(view, series, day) ?? error(404) };
	}
	if (view.calendar.series.has(series) && isDay(day)) redirect(302, addressOfSeries(lang, series));
	error(404);
};
