import { error } from '@sveltejs/kit';
import { catalogue, servicePage } from '#lib/content/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => servicePage(catalogue(), params.id, params.lang) ?? error(404);
