import { catalogue, videoLines } from '#lib/content/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => ({ videos: videoLines(catalogue(), params.lang) });
