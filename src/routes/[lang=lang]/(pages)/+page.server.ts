import { catalogue, home } from '#lib/content/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => home(catalogue(), params.lang);
