import { catalogue, home, newestChanges, topGuides } from '#lib/content/index.server.ts';
import { eventsView, nextDates } from '#lib/events/index.server.ts';
import { dayOf } from '#lib/platform/clock.ts';
import type { PageServerLoad } from './$types';

const GUIDES = 4;
const CHANGES = 2;
const DATES = 2;

export const load: PageServerLoad = ({ params: { lang } }) => {
	const shown = catalogue();
	const view = eventsView(lang);
	return {
		...home(shown, lang),
		guides: topGuides(shown, lang, GUIDES),
		changes: newestChanges(shown, lang, CHANGES),
		...{ dates: nextDates(view, DATES), today: dayOf(view.at) },
	};
};
