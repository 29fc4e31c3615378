import { error, fail, redirect } from '@sveltejs/kit';
import { planningBook, removeBreak } from '#lib/events/index.server.ts';
import { dayOfYearSaid } from '#lib/events/index.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { planningWords, whoPlans } from '../desk.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { lang } = event.locals;
	const say = sayIn(lang, ['rule']);
	const { breaks } = await planningBook(ground().db, whoPlans(event));
	return {
		words: planningWords(lang),
		isDone: event.url.searchParams.has('done'),
		breaks: breaks.map(({ id, names, from, to }) => ({
			...{ id, name: inLanguage(names, lang) },
			days: `${dayOfYearSaid(from, say)} – ${dayOfYearSaid(to, say)}`,
		})),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const actor = whoPlans(event);
		const done = await removeBreak(fieldsOf(await event.request.formData()), actor);
		if (!isRefusal(done)) redirect(303, '/staff/events/breaks?done');
		if (done.refused === 'missing') error(404);
		return fail(statusOf(done), { refused: done.refused });
	},
};
