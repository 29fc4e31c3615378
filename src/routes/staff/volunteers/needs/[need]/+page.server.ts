import { error } from '@sveltejs/kit';
import { now } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { changeNeed, endNeed, needsLed, shiftsLed } from '#lib/volunteers/index.server.ts';
import { isLive, timeAfter } from '#lib/volunteers/index.ts';
import { answerTo, headOf, spokenBy, whoLeads } from '../../../shifts/door.server.ts';
import { typedIn } from '../form.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** So far ahead shifts with people are shown: as far as there are any. */
const WEEKS = 80;

export const load: PageServerLoad = async (event) => {
	const actor = whoLeads(event);
	const need = (await needsLed(ground().db, actor)).needs.find(({ id }) => id === event.params.need);
	if (!need) error(404);
	const { lang } = event.locals;
	const held = (await shiftsLed(ground().db, actor, WEEKS)).filter(
		({ needId, people, startsAt }) => needId === need.id && startsAt > now() && people.some(isLive),
	);
	return {
		...spokenBy(event.locals),
		...{ id: need.id, name: inLanguage(need.names, lang), isDesk: need.deskId !== null },
		held: held.map((one) => ({
			...{ head: headOf(one, lang), people: one.people.filter(isLive).map(({ name }) => name) },
		})),
		known: {
			...{ ...need, places: String(need.places), weekday: String(need.weekday ?? ''), until: need.until ?? '' },
			ends: need.starts && need.minutes ? timeAfter(need.starts, need.minutes) : '',
		},
	};
};

export const actions: Actions = {
	change: async (event) => {
		const actor = whoLeads(event);
		const typed = { ...(await typedIn(event.request)), id: event.params.need };
		return answerTo(await changeNeed(typed, actor), '/staff/volunteers/needs?saved', { ...typed, deed: 'change' });
	},
	end: async (event) => {
		const actor = whoLeads(event);
		const typed = { ...(await typedIn(event.request)), id: event.params.need };
		return answerTo(await endNeed(typed, actor), '/staff/volunteers/needs?saved', { ...typed, deed: 'end' });
	},
};
