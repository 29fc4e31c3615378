import { error } from '@sveltejs/kit';
import { catalogue, guidePage } from '#lib/content/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => ({
	guide: guidePage(catalogue(), params.id, params.lang) ?? error(404),
});
