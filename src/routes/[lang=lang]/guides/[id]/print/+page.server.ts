import { error } from '@sveltejs/kit';
import { catalogue, guidePage, guideOnPaper, placeIn, qrOf } from '#lib/content/index.server.ts';
import { addressOfPlace } from '#lib/content/index.ts';
import type { PageServerLoad } from './$types';

/**
 * Stands outside the pages that are kept for everybody: the code on the paper leads to the address at which this very
 * reader found the site.
 */
export const load: PageServerLoad = ({ params: { id, lang }, url }) => {
	const shown = catalogue();
	const guide = guidePage(shown, id, lang) ?? error(404);
	const place = placeIn(shown, id, url.searchParams.get('step') ?? '', lang) ?? error(404);
	return {
		guide,
		...guideOnPaper(shown, guide),
		step: place.step?.number,
		address: `${url.host}/${lang}/guides/${id}`,
		qr: qrOf(url.origin + addressOfPlace(place, lang)),
	};
};
