import { error, redirect } from '@sveltejs/kit';
import { givePledge } from '#lib/identity/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ isGiven: locals.staff?.pledgeIsCurrent ?? false });

export const actions: Actions = {
	default: async ({ request, locals }) => {
		if (!locals.staff) redirect(303, '/staff/sign-in?next=%2Fstaff%2Fpledge');
		const done = await givePledge(Object.fromEntries(await request.formData()), locals.staff);
		if (isRefusal(done)) error(statusOf(done));
		redirect(303, '/staff');
	},
};
