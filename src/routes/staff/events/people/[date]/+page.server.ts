import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { markPresence, peopleOf, seatAtDoor } from '#lib/events/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { headOf, idIn, spokenBy, whoRuns } from '../door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = whoRuns(event);
	const id = idIn(event.params.date);
	const found = await ground().db.transaction((tx) => peopleOf(tx, actor, id));
	if (!found) error(404);
	const { coming, line, gone, seats } = found;
	const ticket = event.url.searchParams.get('ticket')?.trim() ?? '';
	const isAsked = (one: { ticket: number }): boolean => ticket === '' || String(one.ticket) === ticket;
	return {
		...spokenBy(event.locals),
		...{ head: await headOf(found, event.locals.lang), seats, gone, all: coming.length, ticket },
		...{ coming: coming.filter(isAsked), waiting: line.filter(isAsked) },
		marked: [...coming, ...line].find((one) => one.id === event.url.searchParams.get('marked')) ?? null,
	};
};

export const actions: Actions = {
	mark: (event) => act(event, markPresence),
	seat: (event) => act(event, seatAtDoor),
};

async function act(event: RequestEvent<{ date: string }>, command: typeof seatAtDoor) {
	const done = await command(fieldsOf(await event.request.formData()), whoRuns(event));
	if (isRefusal(done)) return fail(statusOf(done), { refused: done.refused });
	// At the door the next one is looked for at once.
	redirect(303, `/staff/events/people/${idIn(event.params.date)}?marked=${done.id}`);
}
