import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { quarterTold } from '../told.server.ts';

export const load: PageServerLoad = async ({ params }) =>
	(await quarterTold(params.quarter, params.lang)) ?? error(404);
