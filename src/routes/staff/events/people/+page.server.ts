import { datesToCall } from '#lib/events/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { headOf, spokenBy, whoRuns } from './door.server.ts';
import type { PageServerLoad } from './$types';

/** About which dates somebody must be called today. Names and numbers stand on the page of each. */
export const load: PageServerLoad = async (event) => {
	const dates = await datesToCall(ground().db, whoRuns(event));
	return {
		...spokenBy(event.locals),
		dates: await Promise.all(
			dates.map(async (date) => ({ head: await headOf(date, event.locals.lang), abouts: countsOf(date.abouts) })),
		),
	};
};

function countsOf<About extends string>(abouts: readonly About[]): { about: About; count: number }[] {
	return [...new Set(abouts)].map((about) => ({ about, count: abouts.filter((one) => one === about).length }));
}
