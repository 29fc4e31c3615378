import { fail, redirect } from '@sveltejs/kit';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { volunteersToTell, volunteerTold } from '#lib/volunteers/index.server.ts';
import { house } from '../../../../house.server.ts';
import { carriedWays } from '../../../../telling.server.ts';
import { whoMay } from '../../whoMay.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whom somebody has to tell by voice. */
export const load: PageServerLoad = async (event) => {
	const actor = whoMay(event, 'leadVolunteers');
	const { lang } = event.locals;
	const carried = carriedWays(house().settings);
	return {
		...{ lang, words: wordsOf(lang, ['own', 'site']), isDone: event.url.searchParams.has('told') },
		missing: (['sms', 'email'] as const).filter((way) => !carried.includes(way)),
		people: await volunteersToTell(actor, { carried, lang }),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const told = await volunteerTold(fieldsOf(await event.request.formData()), whoMay(event, 'leadVolunteers'));
		if (isRefusal(told)) return fail(statusOf(told), { refused: told.refused });
		redirect(303, '/staff/volunteers/calls?told');
	},
};
