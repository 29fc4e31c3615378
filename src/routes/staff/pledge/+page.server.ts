import { error, redirect } from '@sveltejs/kit';
import { givePledge, pledgeOf } from '#lib/identity/index.server.ts';
import { pledgeDueFrom, pledgeUntil } from '#lib/identity/index.ts';
import { today } from '#lib/platform/clock.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Given anew in time it holds for a year more; before it is due there is nothing to do. */
export const load: PageServerLoad = async ({ locals }) => {
	const givenOn = locals.staff && (await pledgeOf(locals.staff.id));
	const words = wordsOf(locals.lang, ['identity', 'site']);
	if (!givenOn || !locals.staff?.pledgeIsCurrent) return { words, until: '', dueFrom: '', isDue: true };
	const dueFrom = pledgeDueFrom(givenOn);
	return { words, until: pledgeUntil(givenOn), dueFrom, isDue: dueFrom <= today() };
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		if (!locals.staff) redirect(303, '/staff/sign-in?next=%2Fstaff%2Fpledge');
		const done = await givePledge(Object.fromEntries(await request.formData()), locals.staff);
		if (isRefusal(done)) error(statusOf(done));
		redirect(303, '/staff');
	},
};
