import { fail, redirect } from '@sveltejs/kit';
import { planningBook, planSeries, previewOf, seriesToPlan } from '#lib/events/index.server.ts';
import { type Sheet, sheetFor, sheetLike } from '#lib/events/index.ts';
import type { StaffActor } from '#lib/identity/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { formBook, linesFor, planningWords, whoPlans } from '../desk.server.ts';
import { shownPreview } from '../preview.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = whoPlans(event);
	const { lang } = event.locals;
	const sheet = await beginning(actor, event.url.searchParams);
	return { words: planningWords(lang), sheet, book: await formBook(actor, lang, sheet ?? {}) };
};

export const actions: Actions = {
	look: async (event) => {
		const { actor, typed, ids } = await read(event);
		const found = await previewOf(ground().db, actor, { sheet: typed, lines: ids });
		if ('faults' in found) return fail(400, { typed, faults: found.faults });
		return { typed, preview: shownPreview(found, event.locals.lang) };
	},
	again: async (event) => ({ typed: (await read(event)).typed }),
	save: async (event) => {
		const { actor, typed, ids } = await read(event);
		const { organisationId, state } = typed;
		const done = await planSeries({ organisationId, state, lines: ids, sheet: typed }, actor);
		if (isRefusal(done)) return fail(statusOf(done), { typed, faults: done.fields });
		redirect(303, `/staff/events/${done.id}?done=planned`);
	},
};

async function read(event: RequestEvent) {
	const actor = whoPlans(event);
	const typed = fieldsOf(await event.request.formData());
	const ids = (await linesFor(actor, event.locals.lang)).map(({ id }) => id);
	return { actor, typed, ids };
}

/** Empty for a kind of event, or like a series that is there; null while neither was chosen. */
async function beginning(actor: StaffActor, query: URLSearchParams): Promise<Sheet | null> {
	const like = query.get('like');
	const of = like === null ? null : await seriesToPlan(ground().db, actor, like);
	if (of) return { ...sheetLike(of), organisationId: of.organisationId };
	const { activities } = await planningBook(ground().db, actor);
	const activity = activities.find(({ id }) => id === query.get('activity'));
	return activity ? sheetFor(activity) : null;
}
