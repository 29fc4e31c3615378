import { catalogue, mappedItems } from '#lib/content/index.server.ts';
import { eventsView, mappedSeries } from '#lib/events/index.server.ts';
import { languages } from '#lib/platform/i18n/catalogue.server.ts';
import type { RequestHandler } from './$types';
import { sitemap } from './map.ts';

/** Pages that are there in every language. The chat and the search are for people, not for robots. */
const PAGES = [
	...['', '/services', '/guides', '/terms', '/changes', '/materials', '/for-helpers', '/catalogue'],
	...['/events', '/help-near-you', '/projects', '/stuck-map', '/volunteer', '/about', '/privacy', '/accessibility'],
];

export const GET: RequestHandler = ({ url }) => {
	const codes = languages().map(({ code }) => code);
	const pages = [
		...PAGES.map((path) => ({ path, languages: codes })),
		...mappedItems(catalogue(), codes),
		...mappedSeries(eventsView(''), codes),
	];
	const headers = { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-cache' };
	return new Response(sitemap(pages, url.origin), { headers });
};
