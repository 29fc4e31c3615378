import { instant } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { shiftsLed } from '#lib/volunteers/index.server.ts';
import { holdsPlace } from '#lib/volunteers/index.ts';
import { headOf, spokenBy, whoLeads } from '../../shifts/door.server.ts';
import type { PageServerLoad } from './$types';

const WEEKS = 6;

export const load: PageServerLoad = async (event) => {
	const all = await shiftsLed(ground().db, whoLeads(event), WEEKS);
	const rows = all.map((one) => ({
		...{ head: headOf(one, event.locals.lang), isOver: one.endsAt.getTime() <= instant() },
		people: one.people.filter(holdsPlace).map(({ name }) => name),
		wishes: one.people.filter(({ state }) => state === 'asked').length,
		swaps: (['swap', 'exchange'] as const).filter((kind) =>
			one.people.some(({ state, swap }) => state === 'taken' && swap === kind),
		),
	}));
	return {
		...spokenBy(event.locals),
		coming: rows.filter(({ isOver }) => !isOver),
		over: rows.filter(({ isOver }) => isOver).reverse(),
		isSaved: event.url.searchParams.has('saved'),
	};
};
