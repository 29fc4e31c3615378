import { fail, redirect } from '@sveltejs/kit';
import { acceptInvitation, chooseAgain, choosePassword, invitationStep } from '#lib/identity/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { setStaffCookie } from '#lib/platform/http/cookies.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	lang: locals.lang,
	words: wordsOf(locals.lang, ['identity']),
	invitation: await invitationStep(params.token),
});

export const actions: Actions = {
	password: async ({ params, request, url }) => {
		const result = await choosePassword(params.token, Object.fromEntries(await request.formData()));
		if (isRefusal(result)) return fail(statusOf(result), { fields: result.fields });
		return redirect(303, url.pathname);
	},
	again: async ({ params, url }) => {
		await chooseAgain(params.token);
		redirect(303, url.pathname);
	},
	code: async ({ cookies, params, request, url }) => {
		const result = await acceptInvitation(params.token, Object.fromEntries(await request.formData()));
		if (isRefusal(result)) return fail(statusOf(result), { fields: result.fields });
		setStaffCookie(cookies, url.protocol === 'https:', result.token);
		return redirect(303, '/staff');
	},
};
