import { error } from '@sveltejs/kit';
import { eventsView, materialsOf, seriesPage, seriesStructured } from '#lib/events/index.server.ts';
import { dayOf } from '#lib/platform/clock.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params: { lang, series } }) => {
	const view = eventsView(lang);
	const page = seriesPage(view, series) ?? error(404);
	const materials = materialsOf(series, null, lang);
	return { ...page, materials, today: dayOf(view.at), json: seriesStructured(view, series) ?? error(404) };
};
