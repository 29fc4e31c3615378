import { error, fail, redirect } from '@sveltejs/kit';
import {
	addException,
	addWeeklyHours,
	clearExceptions,
	desksOf,
	hoursOf,
	removeWeeklyHours,
} from '#lib/cases/index.server.ts';
import { organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import { isRefusal, type Refusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = keeper(locals);
	const own = await desksOf(ground().db, organisationsWhere(actor, 'setHours'));
	return {
		desks: await Promise.all(
			own.map(async (desk) => {
				const { weekly, exceptions } = await hoursOf(ground().db, desk);
				return { id: desk.id, name: inLanguage(desk.names, locals.lang), weekly, exceptions };
			}),
		),
	};
};

export const actions: Actions = {
	add: (event) => change(event, addWeeklyHours),
	remove: (event) => change(event, removeWeeklyHours),
	except: (event) => change(event, addException),
	clear: (event) => change(event, clearExceptions),
};

type Command = (raw: unknown, actor: StaffActor) => Promise<{ id: string } | Refusal>;

async function change({ request, locals }: RequestEvent, command: Command) {
	const typed = fieldsOf(await request.formData());
	const done = await command(typed, keeper(locals));
	if (isRefusal(done)) return fail(statusOf(done), { faults: done.fields, typed });
	redirect(303, '/staff/hours');
}

/** Asked in the load and in each action: a guard in a layout protects no action. */
function keeper({ staff }: App.Locals): StaffActor {
	if (!staff) redirect(303, '/staff/sign-in?next=%2Fstaff%2Fhours');
	if (organisationsWhere(staff, 'setHours').length === 0) error(403);
	return staff;
}
