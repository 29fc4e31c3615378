import { catalogue, guideSections, suitOf } from '#lib/content/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url }) => {
	const suit = suitOf(url.searchParams.get('suits'));
	return { suit, sections: guideSections(catalogue(), params.lang, suit) };
};
