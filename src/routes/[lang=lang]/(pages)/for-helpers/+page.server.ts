import { catalogue, learningPath } from '#lib/content/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => ({ modules: learningPath(catalogue(), params.lang) });
