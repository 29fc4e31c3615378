import { error, fail, redirect } from '@sveltejs/kit';
import { bookable, bookSeats } from '#lib/events/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { languages } from '#lib/platform/i18n/catalogue.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { headOf, idIn, sentIn, spokenBy, whoRuns } from '../../door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = whoRuns(event);
	const { lang } = event.locals;
	const found = await bookable(ground().db, actor, idIn(event.params.date));
	if (!found) error(404);
	return {
		...spokenBy(event.locals),
		...{ head: await headOf(found, lang), times: found.times, takesRegistration: found.series.takesRegistration },
		languages: languages().map(({ code }) => code),
		blank: { clientId: newId(), bookedBy: 'phone', language: lang },
	};
};

export const actions: Actions = {
	default: async (event) => {
		const actor = whoRuns(event);
		const typed = await sentIn(event.request);
		const done = await bookSeats({ ...typed, date: idIn(event.params.date) }, actor);
		if (!isRefusal(done)) redirect(303, `/staff/events/people/${done.occurrenceId}/${done.id}/slip?booked`);
		return fail(statusOf(done), { refused: done.refused, faults: done.fields, typed });
	},
};
