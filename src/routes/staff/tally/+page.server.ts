import { fail, redirect } from '@sveltejs/kit';
import { openTally, talliesFor } from '#lib/cases/index.server.ts';
import { DAYS_AHEAD } from '#lib/cases/index.ts';
import { organisationsWhere } from '#lib/identity/index.server.ts';
import { today } from '#lib/platform/clock.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { desksOf } from '#lib/network/index.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { counter, placesIn, whereOf } from './door.server.ts';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = counter(locals);
	const { lang } = locals;
	const places = await placesIn(lang);
	const desks = await desksOf(ground().db, organisationsWhere(actor, 'helpAtDesk'));
	const tallies = await talliesFor(ground().db, actor);
	return {
		...{ lang, places, key: newId(), today: today(), lastDay: today(DAYS_AHEAD) },
		words: wordsOf(lang, ['tally', 'site']),
		desks: desks.map(({ id, names }) => ({ id, name: inLanguage(names, lang) })),
		tallies: tallies.map((one) => ({
			...{ id: one.id, day: one.day, people: one.people, isClosed: one.closedOn !== null },
			where: whereOf(one, places),
		})),
	};
};

export const actions: Actions = {
	open: async ({ request, locals }) => {
		const actor = counter(locals);
		const typed = fieldsOf(await request.formData());
		const opened = await openTally(typed, actor);
		if (isRefusal(opened)) return fail(statusOf(opened), { faults: opened.fields, typed });
		redirect(303, `/staff/tally/${opened.id}`);
	},
};
