import { catalogue, phones } from '#lib/content/index.server.ts';
import { eventsView, nextByPlace } from '#lib/events/index.server.ts';
import { dayOf } from '#lib/platform/clock.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const shown = catalogue();
	const view = eventsView(params.lang);
	const places = shown.places.filter(({ closedOn }) => !closedOn);
	return { places, phones: phones(shown, params.lang), next: nextByPlace(view), today: dayOf(view.at) };
};
