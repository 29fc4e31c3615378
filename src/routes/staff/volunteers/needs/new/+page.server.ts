import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { addNeed, needsLed } from '#lib/volunteers/index.server.ts';
import { answerTo, spokenBy, whoLeads } from '../../../shifts/door.server.ts';
import { placesIn, typedIn } from '../form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { lang } = event.locals;
	const { series, desks } = await needsLed(ground().db, whoLeads(event));
	return {
		...spokenBy(event.locals),
		places: [...placesIn(lang, 'desk', desks), ...placesIn(lang, 'series', series)],
		blank: { id: newId(), places: '1', signUp: 'open', work: 'events' },
	};
};

export const actions: Actions = {
	default: async (event) => {
		const actor = whoLeads(event);
		const typed = await typedIn(event.request);
		return answerTo(await addNeed(typed, actor), '/staff/volunteers/needs?saved', typed);
	},
};
