import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { languages, negotiate } from '#lib/platform/i18n/catalogue.server.ts';
import { noteUnanswered, type PublicResult, searchPublic } from '#lib/search/public.server.ts';
import type { RequestHandler } from './$types';
import { querySchema } from './query.ts';

/** Anybody's software may ask, from any page: there is nothing here but what the site shows to all. */
const HEADERS = { 'access-control-allow-origin': '*', 'cache-control': 'no-cache', vary: 'accept-language' };

export const GET: RequestHandler = async ({ url, request, locals }) => {
	const schema = querySchema(languages().map(({ code }) => code));
	const asked = v.safeParse(schema, Object.fromEntries(url.searchParams));
	if (!asked.success) return json({ error: asked.issues[0].message }, { status: 400, headers: HEADERS });
	const { q, municipality, limit, as, lang = negotiate(request.headers.get('accept-language')) } = asked.output;
	const answer = await searchPublic(q, { lang, limit, municipality, asTyped: as === 'typed' });
	noteUnanswered(answer, lang, locals.source);
	const { query, results, didYouMean } = answer;
	return json({ query, results: results.map(present), didYouMean }, { headers: HEADERS });
};

function present({ kind, id, title, url, snippet }: PublicResult) {
	return { kind, id, title, url, snippet };
}
