import { catalogue, phones, placeIn, stepIn } from '#lib/content/index.server.ts';
import { eventsView, nextDates } from '#lib/events/index.server.ts';
import { dayOf } from '#lib/platform/clock.ts';
import type { PageServerLoad } from './$types';

/** Where somebody is stuck. An unknown guide or step is no fault of hers: she is led to a person all the same. */
export const load: PageServerLoad = ({ params: { lang }, url }) => {
	const [guide, step] = ['guide', 'step'].map((name) => url.searchParams.get(name) ?? '');
	const shown = catalogue();
	const place = placeIn(shown, guide ?? '', step ?? '', lang);
	const services = place?.services ?? [];
	const view = eventsView(lang);
	return {
		place,
		step: stepIn(shown, guide ?? '', step ?? '', lang),
		phones: phones(shown, lang).filter(({ serviceId }) => [...services, GENERAL].includes(serviceId)),
		places: shown.places.slice(0, MOST_PLACES),
		...{ dates: nextDates(view, 1), today: dayOf(view.at) },
	};
};

/** The advice line for every citizen. */
const GENERAL = 'kansalaisneuvonta';
const MOST_PLACES = 3;
