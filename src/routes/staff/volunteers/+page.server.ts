import { ground } from '#lib/platform/ground.server.ts';
import { volunteersFor } from '#lib/volunteers/index.server.ts';
import type { PageServerLoad } from './$types';
import { spokenBy, whoLeads } from './door.server.ts';

export const load: PageServerLoad = async (event) => ({
	...spokenBy(event.locals),
	...(await volunteersFor(ground().db, whoLeads(event))),
});
