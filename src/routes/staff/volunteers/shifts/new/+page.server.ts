import { ground } from '#lib/platform/ground.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { addShift, datesLed, needsLed } from '#lib/volunteers/index.server.ts';
import { answerTo, spokenBy, whoLeads } from '../../../shifts/door.server.ts';
import { placesIn, typedIn } from '../../needs/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

const WEEKS = 8;

export const load: PageServerLoad = async (event) => {
	const actor = whoLeads(event);
	const { lang } = event.locals;
	const { desks } = await needsLed(ground().db, actor);
	const dates = await datesLed(ground().db, actor, WEEKS);
	return {
		...spokenBy(event.locals),
		desks: placesIn(lang, 'desk', desks),
		dates: dates.map(({ id, day, starts, names }) => ({
			id: `date/${id}`,
			day,
			starts,
			name: inLanguage(names, lang),
		})),
		blank: { id: newId(), places: '1', signUp: 'open', work: 'events' },
	};
};

export const actions: Actions = {
	default: async (event) => {
		const actor = whoLeads(event);
		const typed = await typedIn(event.request);
		return answerTo(await addShift(typed, actor), '/staff/volunteers/shifts?saved', typed);
	},
};
