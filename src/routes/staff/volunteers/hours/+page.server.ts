import { fail, redirect } from '@sveltejs/kit';
import { organisationsWhere } from '#lib/identity/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { confirmHours, hoursToConfirm } from '#lib/volunteers/index.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { hourWords, linesFor, whoConfirms } from './door.server.ts';

export const load: PageServerLoad = async (event) => {
	const actor = whoConfirms(event);
	const [count, quarters] = ['count', 'quarters'].map((name) => Number(event.url.searchParams.get(name)));
	return {
		...hourWords(event.locals),
		...(await hoursToConfirm(ground().db, actor)),
		lines: await linesFor(actor, event.locals.lang),
		done: count && quarters ? { count, quarters } : null,
		became: ['rejected', 'absent', 'came'].find((one) => event.url.searchParams.has(one)) ?? null,
		leads: organisationsWhere(actor, 'leadVolunteers').length > 0,
	};
};

export const actions: Actions = {
	confirm: async (event) => {
		const actor = whoConfirms(event);
		const sent = await event.request.formData();
		const done = await confirmHours({ ids: sent.getAll('id'), line: sent.get('line') ?? '' }, actor);
		if (isRefusal(done)) return fail(statusOf(done), { refused: done.refused, faults: done.fields });
		redirect(303, `/staff/volunteers/hours?count=${done.count}&quarters=${done.quarters}`);
	},
};
