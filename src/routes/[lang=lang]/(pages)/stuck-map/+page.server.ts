import { error } from '@sveltejs/kit';
import { ground } from '#lib/platform/ground.server.ts';
import { publishedQuarters } from '#lib/reports/index.server.ts';
import type { PageServerLoad } from './$types';
import { quarterTold } from './told.server.ts';

/** The quarter that runs. Those before it have addresses of their own. */
export const load: PageServerLoad = async ({ params }) => {
	const [newest = ''] = await publishedQuarters(ground().db);
	return (await quarterTold(newest, params.lang)) ?? error(404);
};
