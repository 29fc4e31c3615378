import { error } from '@sveltejs/kit';
import { visitorCase } from '#lib/cases/index.server.ts';
import { visitorTokenOf } from '#lib/platform/http/cookies.server.ts';
import { saved, streamOf } from '../../chat/save/saved.ts';
import { zipped } from '../../chat/save/zip.ts';
import { everythingOf } from './everything.server.ts';
import type { RequestHandler } from './$types';

/** Everything of her case in one file; made on demand and never stored. */
export const GET: RequestHandler = async ({ cookies, url, params }) => {
	const of = await visitorCase(visitorTokenOf(cookies, url.protocol === 'https:'));
	if (!of) error(404);
	const files = zipped(everythingOf(of, { lang: params.lang, origin: url.origin }));
	return saved(streamOf(files), 'application/zip', 'silta.zip');
};
