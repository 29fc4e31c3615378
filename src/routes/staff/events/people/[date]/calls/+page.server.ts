import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { answerCall, answerInLine, callsOfDate } from '#lib/events/index.server.ts';
import type { StaffActor } from '#lib/identity/index.server.ts';
import { isRefusal, type Refusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { saidNumber } from '#lib/platform/sms/number.ts';
import { headOf, idIn, spokenBy, whoRuns } from '../../door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = whoRuns(event);
	const id = idIn(event.params.date);
	const found = await ground().db.transaction((tx) => callsOfDate(tx, actor, id));
	if (!found) error(404);
	return {
		...spokenBy(event.locals),
		head: await headOf(found, event.locals.lang),
		instead: found.instead && (await headOf(found.instead, event.locals.lang)),
		calls: found.calls.map((call) => ({
			...call,
			said: /^\+\d+$/.test(call.contact) ? saidNumber(call.contact) : null,
		})),
		done: event.url.searchParams.get('done'),
	};
};

export const actions: Actions = {
	told: (event) => act(event, answerCall),
	line: (event) => act(event, answerInLine),
};

type Command = (raw: unknown, actor: StaffActor) => Promise<{ id: string } | Refusal>;

async function act(event: RequestEvent, command: Command) {
	const actor = whoRuns(event);
	const typed = fieldsOf(await event.request.formData());
	const done = await command(typed, actor);
	if (isRefusal(done)) return fail(statusOf(done), { refused: done.refused });
	redirect(303, `${event.url.pathname}?done=${encodeURIComponent(typed.answer ?? '')}`);
}
