import { today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { hourFigures } from '#lib/volunteers/index.server.ts';
import { yearIn } from '#lib/volunteers/index.ts';
import { organisationNames } from '../../../shifts/hours/door.server.ts';
import { hourWords, organisationIn, whoLeads } from '../door.server.ts';
import type { PageServerLoad } from './$types';

/** Hours of one organisation at a time; another one's are not there. */
export const load: PageServerLoad = async (event) => {
	const actor = whoLeads(event);
	const { organisationId, own } = organisationIn(actor, event.url.searchParams);
	const names = await organisationNames(event.locals.lang);
	const year = yearIn(event.url.searchParams.get('year'), today());
	return {
		...hourWords(event.locals),
		...(await hourFigures(ground().db, organisationId, year)),
		...{ organisationId, organisation: names.get(organisationId) ?? '', thisYear: today().slice(0, 4) },
		organisations: own.map((id) => ({ id, name: names.get(id) ?? '' })),
	};
};
