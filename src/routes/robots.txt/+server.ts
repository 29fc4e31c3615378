import { languages } from '#lib/platform/i18n/catalogue.server.ts';
import type { RequestHandler } from './$types';

/** Not for robots: the console, and what is made for one visitor's moment. */
export const GET: RequestHandler = ({ url }) => {
	const moments = languages().flatMap(({ code }) =>
		['chat', 'ask', 'search', 'stuck'].map((page) => `Disallow: /${code}/${page}`),
	);
	const lines = ['User-agent: *', ...['/staff', '/leave', '/language/'].map((path) => `Disallow: ${path}`), ...moments];
	const body = `${lines.join('\n')}\n\nSitemap: ${url.origin}/sitemap.xml\n`;
	return new Response(body, { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' } });
};
