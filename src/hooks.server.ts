import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { actorOf } from '#lib/identity/index.server.ts';
import { Away } from '#lib/platform/away.ts';
import { isUnstorable } from '#lib/platform/db/database.server.ts';
import { isBrokenForm } from '#lib/platform/http/brokenForm.ts';
import { compressed } from '#lib/platform/http/compress.server.ts';
import { languageCookieOf, staffTokenOf } from '#lib/platform/http/cookies.server.ts';
import { isOurOwn } from '#lib/platform/http/guard.ts';
import { framedHeaders, safetyHeaders } from '#lib/platform/http/headers.ts';
import { sourceOf } from '#lib/platform/http/limits.server.ts';
import { keepPage } from '#lib/platform/http/pageCache.server.ts';
import { isLanguage, languageOf, negotiate } from '#lib/platform/i18n/catalogue.server.ts';
import { logError } from '#lib/platform/log.server.ts';
import { refusalPage } from './front/refusal.server.ts';
import { addressOf, makeFront } from './front/front.server.ts';
import { handOver, house } from './house.server.ts';

const LONGEST_FORM = 128 * 1_024;
/** Where an editor writes, and where staff put files: nobody else's form is read there. */
const LONG = ['/staff/content/', '/staff/events/materials/'];

export const init: ServerInit = async () => {
	await handOver(makeFront);
};

export const handle: Handle = async ({ event, resolve }) => {
	const { locals, cookies, request, url } = event;
	const secure = url.protocol === 'https:';
	// Also where no page was found: the address itself says the language.
	const [, first = ''] = url.pathname.split('/');
	const chosen = isLanguage(first) ? first : languageCookieOf(cookies, secure);
	locals.lang = languageOf(chosen ?? negotiate(request.headers.get('accept-language'))).code;
	locals.demonstration = house().demonstration();
	locals.source = sourceOf(event.platform ? addressOf(event.platform.req, house().settings.behindProxy) : '');
	locals.staff = null;
	if (!isOurOwn({ method: request.method, origin: url.origin, headers: request.headers })) {
		return withSafety(refusalPage(locals.lang), secure);
	}
	if (isTooLong(request, url.pathname)) return withSafety(new Response(null, { status: 413 }), secure);
	if (url.pathname.startsWith('/staff')) locals.staff = await actorOf(staffTokenOf(cookies, secure));
	const revision = house().revision();
	const language = languageOf(locals.lang);
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%silta.lang%', language.code).replace('%silta.dir%', language.dir),
	});
	withSafety(response, secure, event.route.id);
	const accept = request.headers.get('accept-encoding') ?? '';
	if (isForEverybody(event.route.id, request.method, response))
		return compressed(await keep(response, url, revision), accept);
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
	return compressed(response, accept);
};

export const handleError: HandleServerError = ({ error, kind, event }) => {
	if (error instanceof Away) return { status: 503, message: 'database', code: 'database' };
	if (isBrokenForm(error) || isUnstorable(error)) return { status: 400, message: 'malformed' };
	if (kind === 'unknown') logError('request', error, { route: event.route.id });
	return { message: kind };
};

/** Few forms are long. A body that does not say how long it is comes from no browser's form. */
function isTooLong({ method, headers }: Request, pathname: string): boolean {
	if (method !== 'POST' || LONG.some((begin) => pathname.startsWith(begin))) return false;
	return !(Number(headers.get('content-length') ?? Number.NaN) <= LONGEST_FORM);
}

/** Pages in the group `(pages)` look at no cookie and are the same for all (their loads are never given a reader). */
function isForEverybody(route: string | null, method: string, response: Response): boolean {
	return method === 'GET' && response.status === 200 && (route?.startsWith('/[lang=lang]/(pages)') ?? false);
}

async function keep(response: Response, url: URL, revision: string): Promise<Response> {
	response.headers.set('cache-control', 'no-cache');
	const body = await response.text();
	// A query changes nothing on these pages; only the plain address is kept, so that nobody can fill the cache.
	if (url.search === '') await keepPage(url.pathname, revision, response.headers, body);
	return new Response(body, { status: response.status, headers: response.headers });
}

/** The one place from which others may take something into their pages. */
const FRAMED = '/embed/events';

function withSafety(response: Response, secure: boolean, route: string | null = null): Response {
	const headers = route === FRAMED ? framedHeaders(secure) : safetyHeaders(secure);
	for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
	return response;
}
