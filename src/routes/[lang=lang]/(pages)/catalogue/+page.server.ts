import { catalogue, wholeCatalogue } from '#lib/content/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => wholeCatalogue(catalogue(), params.lang);
