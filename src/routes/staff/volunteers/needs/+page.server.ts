import { ground } from '#lib/platform/ground.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { needsLed } from '#lib/volunteers/index.server.ts';
import { spokenBy, whoLeads } from '../../shifts/door.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { needs } = await needsLed(ground().db, whoLeads(event));
	return {
		...spokenBy(event.locals),
		needs: needs.map(({ names, ...need }) => ({
			...need,
			name: inLanguage(names, event.locals.lang),
		})),
		isSaved: event.url.searchParams.has('saved'),
	};
};
