import { fail, redirect } from '@sveltejs/kit';
import { callbacksAtDesk, takeCallback } from '#lib/cases/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { topicNames, whoCalls } from './who.server.ts';

export const load: PageServerLoad = async (event) => {
	const actor = whoCalls(event);
	const { lang } = event.locals;
	return {
		words: wordsOf(lang, ['callback', 'site']),
		topics: topicNames(lang),
		ended: event.url.searchParams.get('ended'),
		callbacks: await callbacksAtDesk(ground().db, actor),
	};
};

export const actions: Actions = {
	take: async (event) => {
		const actor = whoCalls(event);
		const taken = await takeCallback(fieldsOf(await event.request.formData()), actor);
		if (isRefusal(taken)) return fail(statusOf(taken), { refused: taken.refused });
		redirect(303, `/staff/callbacks/${taken.id}`);
	},
};
