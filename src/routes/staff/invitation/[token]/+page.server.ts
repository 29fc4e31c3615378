import { fail, redirect } from '@sveltejs/kit';
import {
	acceptInvitation,
	acceptWithPasskey,
	chooseAgain,
	choosePassword,
	invitationStep,
} from '#lib/identity/index.server.ts';
import { isRefusal, type Refusal, statusOf } from '#lib/platform/command.server.ts';
import { setStaffCookie } from '#lib/platform/http/cookies.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { answeringOf, placeAt } from '../../passkeys.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	lang: locals.lang,
	words: wordsOf(locals.lang, ['identity']),
	invitation: await invitationStep(params.token),
	hasPasskeys: placeAt(url) !== null,
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
	code: async (event) => {
		const form = Object.fromEntries(await event.request.formData());
		return entered(event, await acceptInvitation(event.params.token, form));
	},
	passkey: async (event) => {
		const form = Object.fromEntries(await event.request.formData());
		return entered(event, await acceptWithPasskey(event.params.token, form, answeringOf(event)));
	},
};

function entered({ cookies, url }: RequestEvent, result: { token: string } | Refusal) {
	if (isRefusal(result)) return fail(statusOf(result), { fields: result.fields });
	setStaffCookie(cookies, url.protocol === 'https:', result.token);
	return redirect(303, '/staff');
}
