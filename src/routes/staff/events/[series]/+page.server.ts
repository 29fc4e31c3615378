import { error, fail, redirect } from '@sveltejs/kit';
import { cancelRest, discardSeries, publishSeries, seriesSeen } from '#lib/events/index.server.ts';
import { TEXT_LANGUAGES, wordingOf } from '#lib/events/index.ts';
import { may } from '#lib/identity/index.server.ts';
import { isRefusal, type Refusal, statusOf } from '#lib/platform/command.server.ts';
import { today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { placeNames, planningWords, whoPlans, whoRuns } from '../desk.server.ts';
import { shownDate } from '../preview.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = whoRuns(event);
	const { lang } = event.locals;
	const seen = await seriesSeen(ground().db, actor, event.params.series);
	if (!seen) error(404);
	const { of, next } = seen;
	const places = await placeNames(lang);
	const dates = seen.dates.map((one) => shownDate(one, lang, places));
	return {
		words: planningWords(lang),
		...{ id: of.id, name: inLanguage(of.names, lang), state: of.state, revision: of.revision, today: today() },
		wordings: TEXT_LANGUAGES.map((code) => ({
			...{ lang: code, title: of.names[code] ?? '', wording: wordingOf(of, sayIn(code, ['rule']), today()) },
		})),
		mayPlan: may(actor).planEvents(of.organisationId),
		dates,
		next: next && { id: next.id, from: next.from },
		previousId: of.previousId,
		done: event.url.searchParams.get('done'),
	};
};

export const actions: Actions = {
	publish: async (event) => answer(event, await publishSeries(await asked(event), whoPlans(event)), 'published'),
	discard: async (event) => {
		const done = await discardSeries(await asked(event), whoPlans(event));
		if (!isRefusal(done)) redirect(303, '/staff/events');
		return answer(event, done, '');
	},
	cancel: async (event) => {
		const typed = await asked(event);
		const done = await cancelRest({ ...typed, sheet: typed }, whoPlans(event));
		return answer(event, done, 'cancelled', typed);
	},
};

async function asked(event: RequestEvent): Promise<Record<string, string>> {
	return { ...fieldsOf(await event.request.formData()), id: event.params.series };
}

function answer(
	{ params }: RequestEvent,
	done: { id: string } | Refusal,
	word: string,
	typed: Record<string, string> = {},
) {
	if (!isRefusal(done)) redirect(303, `/staff/events/${params.series}?done=${word}`);
	if (done.refused === 'missing') error(404);
	return fail(statusOf(done), { refused: done.refused, faults: done.fields, typed });
}
