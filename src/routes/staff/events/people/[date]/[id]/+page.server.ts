import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { cancelForHer, changeRegistration, moveToDate, personOf } from '#lib/events/index.server.ts';
import type { StaffActor } from '#lib/identity/index.server.ts';
import { isRefusal, type Refusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { languages } from '#lib/platform/i18n/catalogue.server.ts';
import { saidNumber } from '#lib/platform/sms/number.ts';
import { headOf, idIn, sentIn, spokenBy, whoRuns } from '../../door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = whoRuns(event);
	const asked = { date: idIn(event.params.date), id: idIn(event.params.id) };
	// The contact is never shown without the entry that says to whom.
	const found = await ground().db.transaction((tx) => personOf(tx, actor, asked));
	if (!found) error(404);
	const { person, contact, told, dates } = found;
	return {
		...spokenBy(event.locals),
		...{ head: await headOf(found, event.locals.lang), person, told, dates, contact },
		dialled: person.reachedBy === 'email' ? null : contact && saidNumber(contact),
		languages: languages().map(({ code }) => code),
		done: event.url.searchParams.get('done'),
	};
};

export const actions: Actions = {
	change: (event) => act(event, changeRegistration, 'changed'),
	cancel: (event) => act(event, cancelForHer, 'cancelled'),
	move: (event) => act(event, moveToDate, 'moved'),
};

type Command = (raw: unknown, actor: StaffActor) => Promise<{ id: string; occurrenceId: string } | Refusal>;

async function act(event: RequestEvent<{ date: string; id: string }>, command: Command, how: string) {
	const actor = whoRuns(event);
	const typed = await sentIn(event.request);
	const done = await command({ ...typed, id: idIn(event.params.id) }, actor);
	if (!isRefusal(done)) redirect(303, `/staff/events/people/${done.occurrenceId}/${done.id}?done=${how}`);
	if (done.refused === 'missing') error(404);
	return fail(statusOf(done), { refused: done.refused, faults: done.fields, typed });
}
