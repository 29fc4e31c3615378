import { catalogue, formerNameBy, frequent, municipalitiesNamed, termWord } from '#lib/content/index.server.ts';
import { noteUnanswered, searchPublic } from '#lib/search/public.server.ts';
import type { PageServerLoad } from './$types';

const SHOWN = 15;

/** A municipality may be named in the address, as in the public API; nothing of it is remembered. */
export const load: PageServerLoad = async ({ params: { lang }, url, locals }) => {
	const shown = catalogue();
	const municipality = url.searchParams.get('municipality')?.trim().slice(0, 100) || undefined;
	const asTyped = url.searchParams.get('as') === 'typed';
	const answer = await searchPublic(url.searchParams.get('q') ?? '', { lang, limit: SHOWN, municipality, asTyped });
	noteUnanswered(answer, lang, locals.source);
	return {
		...answer,
		results: answer.results.map((result) => ({
			...result,
			word: result.kind === 'term' ? termWord(shown, result.id) : undefined,
			former: result.matched && formerNameBy(shown, result.kind, result.id, result.matched),
		})),
		municipality,
		municipalities: municipalitiesNamed(shown),
		frequent: frequent(shown, lang),
	};
};
