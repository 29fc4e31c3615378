import { error, fail, redirect } from '@sveltejs/kit';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { hourEntryFor, markShift, rejectHours } from '#lib/volunteers/index.server.ts';
import { hourWords, idIn, whoConfirms, whoLeads } from '../door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const found = await hourEntryFor(ground().db, whoConfirms(event), idIn(event.params.entry));
	if (!found) error(404);
	return { ...hourWords(event.locals), ...found };
};

export const actions: Actions = {
	reject: async (event) => {
		const actor = whoConfirms(event);
		const typed = fieldsOf(await event.request.formData());
		const done = await rejectHours({ ...typed, id: event.params.entry }, actor);
		if (isRefusal(done)) return fail(statusOf(done), { refused: done.refused, faults: done.fields, typed });
		redirect(303, '/staff/volunteers/hours?rejected');
	},
	mark: async (event) => {
		const actor = whoLeads(event);
		const found = await hourEntryFor(ground().db, actor, idIn(event.params.entry));
		if (!found?.entry.assignmentId) error(404);
		const { presence } = fieldsOf(await event.request.formData());
		const done = await markShift({ id: found.entry.assignmentId, presence }, actor);
		if (isRefusal(done)) return fail(statusOf(done), { refused: done.refused });
		redirect(303, `/staff/volunteers/hours?${presence === 'came' ? 'came' : 'absent'}`);
	},
};
