import { ground } from '#lib/platform/ground.server.ts';
import { projects } from '#lib/reports/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ projects: await projects(ground().db) });
