import { catalogue, groups } from '#lib/content/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => ({ groups: groups(catalogue(), params.lang) });
