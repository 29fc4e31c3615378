import { catalogue, changeNews } from '#lib/content/index.server.ts';
import { instantAt } from '#lib/platform/clock.ts';
import { sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import type { RequestHandler } from './$types';
import { atomFeed } from './feed.ts';

export const GET: RequestHandler = ({ params: { lang }, url }) => {
	const say = sayIn(lang, ['site', 'reading']);
	const feed = atomFeed({
		...{ lang, origin: url.origin, path: `/${lang}/changes` },
		...{ title: `${say('reading.changes.title')} · ${say('site.name')}`, author: say('site.name') },
		entries: changeNews(catalogue(), lang).map(({ href, name, todo, line, published, updated }) => ({
			...{ path: href, title: name, published: momentOf(published), updated: momentOf(updated) },
			summary: todo ? `${say('reading.change.todo')}: ${todo} ${line}` : line,
		})),
	});
	const headers = { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'no-cache' };
	return new Response(feed, { headers });
};

function momentOf(day: string): string {
	return instantAt(day, '00:00').toISOString();
}
