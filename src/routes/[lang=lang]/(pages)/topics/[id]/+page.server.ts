import { error } from '@sveltejs/kit';
import { catalogue, topicPage } from '#lib/content/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => topicPage(catalogue(), params.id, params.lang) ?? error(404);
