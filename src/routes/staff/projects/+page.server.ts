import { ground } from '#lib/platform/ground.server.ts';
import { projectsWithin } from '#lib/reports/index.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	projects: await projectsWithin(ground().db, locals.staff),
});
