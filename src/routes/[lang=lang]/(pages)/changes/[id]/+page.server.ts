import { error } from '@sveltejs/kit';
import { catalogue, changePage } from '#lib/content/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => changePage(catalogue(), params.id, params.lang) ?? error(404);
