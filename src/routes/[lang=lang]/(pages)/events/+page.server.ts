import { choiceOf, coming, eventsView, isChosen, nextDates, queryOf } from '#lib/events/index.server.ts';
import { addDays } from '#lib/platform/clock.ts';
import type { PageServerLoad } from './$types';

/** The choice stands in the address, nothing of it is remembered. */
export const load: PageServerLoad = ({ params, url }) => {
	const view = eventsView(params.lang);
	const choice = choiceOf(url.searchParams);
	const found = coming(view, choice);
	return {
		...found,
		...{ choice, query: queryOf(choice) },
		tomorrow: addDays(found.today, 1),
		online: isChosen(choice) ? nextDates(view, ONLINE, ({ date }) => date.mode !== 'on-site') : [],
	};
};

const ONLINE = 2;
