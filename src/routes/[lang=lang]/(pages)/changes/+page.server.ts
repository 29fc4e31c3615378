import { catalogue, changesByYear } from '#lib/content/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => ({ years: changesByYear(catalogue(), params.lang) });
