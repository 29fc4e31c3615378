import { addDays, today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { readOrganisations } from '#lib/network/index.server.ts';
import {
	bandOfMonth,
	hourOrganisations,
	hoursOf,
	logHours,
	OLDEST_DAYS,
	withdrawHours,
} from '#lib/volunteers/index.server.ts';
import { done, herOf } from '../door.server.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_SHOWN = 20;

export const load: PageServerLoad = async (event) => {
	const her = await herOf(event);
	const { db } = ground();
	const [{ entries, year }, all] = [await hoursOf(db, her), await readOrganisations(db)];
	const nameOf = (id: string): string => inLanguage(all.find((one) => one.id === id)?.names, event.params.lang);
	return {
		year,
		entries: entries.slice(0, MOST_SHOWN).map(({ id, day, work, quarters, state, reason, proposedQuarters }) => ({
			...{ id, day, work, quarters, state, reason, proposedQuarters },
		})),
		band: await bandOfMonth(db, her),
		organisations: hourOrganisations(her).map((id) => ({ id, name: nameOf(id) })),
		days: { first: addDays(today(), -OLDEST_DAYS), last: today() },
		blank: { clientId: newId(), day: today() },
		done: event.url.searchParams.get('done'),
	};
};

export const actions: Actions = {
	log: (event) => done(event, logHours, '/hours?done=log'),
	withdraw: (event) => done(event, withdrawHours, '/hours?done=withdraw'),
};
