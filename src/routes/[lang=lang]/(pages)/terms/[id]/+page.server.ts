import { error } from '@sveltejs/kit';
import { catalogue, termPage } from '#lib/content/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => termPage(catalogue(), params.id, params.lang) ?? error(404);
