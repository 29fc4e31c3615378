import { error } from '@sveltejs/kit';
import { qrOf } from '#lib/content/index.server.ts';
import { choiceOf, eventsView, monthPage, queryOf } from '#lib/events/index.server.ts';
import { dayOf } from '#lib/platform/clock.ts';
import type { PageServerLoad } from './$types';

/**
 * Stands outside the pages that are kept for everybody: the code on the sheet leads to the address at which this very
 * reader found the site.
 */
export const load: PageServerLoad = ({ params: { lang, month }, url }) => {
	const view = eventsView(lang);
	const choice = choiceOf(url.searchParams);
	const page = monthPage(view, month, choice) ?? error(404);
	const list = `/${lang}/events`;
	return {
		...page,
		...{ choice, query: queryOf(choice), today: dayOf(view.at) },
		...{ address: url.host + list, qr: qrOf(url.origin + list) },
	};
};
