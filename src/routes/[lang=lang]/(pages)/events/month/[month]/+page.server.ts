import { error } from '@sveltejs/kit';
import { choiceOf, eventsView, monthPage, queryOf } from '#lib/events/index.server.ts';
import { dayOf } from '#lib/platform/clock.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params: { lang, month }, url }) => {
	const view = eventsView(lang);
	const choice = choiceOf(url.searchParams);
	const page = monthPage(view, month, choice) ?? error(404);
	return { ...page, choice, query: queryOf(choice), today: dayOf(view.at) };
};
