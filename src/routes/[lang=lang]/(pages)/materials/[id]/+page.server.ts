import { error } from '@sveltejs/kit';
import { catalogue, materialPage } from '#lib/content/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => materialPage(catalogue(), params.id, params.lang) ?? error(404);
