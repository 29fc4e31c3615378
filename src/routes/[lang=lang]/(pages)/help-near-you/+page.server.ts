import { catalogue, phones } from '#lib/content/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const shown = catalogue();
	return { places: shown.places, phones: phones(shown, params.lang) };
};
