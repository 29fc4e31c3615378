import { error } from '@sveltejs/kit';
import { catalogue, videoPage } from '#lib/content/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => videoPage(catalogue(), params.id, params.lang) ?? error(404);
