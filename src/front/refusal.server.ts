import { NO_CONTENT_POLICY } from '#lib/platform/http/headers.ts';
import { sayIn } from '#lib/platform/i18n/catalogue.server.ts';

/** What somebody reads whose browser does not say where a form comes from: what to do, and that nothing is lost. */
export function refusalPage(lang: string): Response {
	const say = sayIn(lang, ['site']);
	const page = `<!doctype html><html lang="${lang}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Silta</title>
<main><h1>${say('site.foreign.title')}</h1><p>${say('site.foreign.what')}</p>
<p><a href="/${lang}">${say('site.foreign.home')}</a></p></main></html>`;
	return new Response(page, {
		status: 403,
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': NO_CONTENT_POLICY,
			'cache-control': 'no-store',
		},
	});
}
