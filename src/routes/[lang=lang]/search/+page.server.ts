import { catalogue, frequent } from '#lib/content/index.server.ts';
import { searchPublic } from '#lib/search/public.server.ts';
import type { PageServerLoad } from './$types';

const SHOWN = 15;

/** A municipality may be named in the address, as in the public API. */
export const load: PageServerLoad = ({ params: { lang }, url }) => {
	const municipality = url.searchParams.get('municipality') ?? undefined;
	const answer = searchPublic(url.searchParams.get('q') ?? '', { lang, limit: SHOWN, municipality });
	return { ...answer, frequent: frequent(catalogue(), lang) };
};
