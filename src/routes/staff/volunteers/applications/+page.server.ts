import { ground } from '#lib/platform/ground.server.ts';
import { applicationsFor } from '#lib/volunteers/index.server.ts';
import type { PageServerLoad } from './$types';
import { spokenBy, whoLeads } from '../door.server.ts';

export const load: PageServerLoad = async (event) => ({
	...spokenBy(event.locals),
	...(await applicationsFor(ground().db, whoLeads(event))),
});
