import { fail, redirect } from '@sveltejs/kit';
import { askForSeats, entryOf } from '#lib/events/index.server.ts';
import { Away } from '#lib/platform/away.ts';
import { today } from '#lib/platform/clock.ts';
import { isRefusal, type Refusal, refused, statusOf } from '#lib/platform/command.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { randomToken } from '#lib/platform/randomness.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { isTooMany } from './tooMany.server.ts';

/** To look at it keeps no seat for anybody. Where nobody registers, or no more, the page of the date says what one does. */
export const load: PageServerLoad = async ({ params, url }) => {
	const page = {
		words: wordsOf(params.lang, ['site', 'content', 'events', 'rule', 'registration']),
		...{ clientId: randomToken(), today: today() },
	};
	try {
		const entry = await entryOf(params.series, params.day, params.lang);
		if (!entry) redirect(302, url.pathname.replace(/\/register$/, ''));
		return { ...page, entry };
	} catch (problem) {
		if (!(problem instanceof Away)) throw problem;
		return { ...page, entry: null };
	}
};

export const actions: Actions = {
	default: async ({ params, request, locals }) => {
		const typed = fieldsOf(await request.formData());
		const { series, day, lang } = params;
		const asked = isTooMany(locals.source, typed.seats)
			? refused('too-many')
			: await askForSeats({ ...typed, series, day, language: lang }).catch(asRefusal);
		// The page that opens is hers alone: the address of it stands nowhere else.
		if (!isRefusal(asked)) redirect(303, `/${lang}/registration/${asked.token}`);
		return fail(statusOf(asked), { refused: asked.refused, faults: asked.fields, seats: typed.seats ?? '' });
	},
};

function asRefusal(problem: unknown): Refusal {
	if (problem instanceof Away) return refused('database');
	throw problem;
}
