import { error, fail, redirect } from '@sveltejs/kit';
import { changeSeries, previewOf, seriesToPlan } from '#lib/events/index.server.ts';
import { isCalendarDay, restOf, type Sheet, sheetOf } from '#lib/events/index.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { formBook, linesFor, planningWords, whoPlans } from '../../desk.server.ts';
import { shownPreview } from '../../preview.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor, of } = await own(event);
	const { lang } = event.locals;
	const asked = event.url.searchParams.get('from') ?? '';
	const from = isCalendarDay(asked) && asked >= today() && asked > of.from ? asked : '';
	const sheet = sheetOf(from ? restOf(of, from) : of);
	return {
		words: planningWords(lang),
		...{ name: inLanguage(of.names, lang), today: today() },
		...{ sheet, seriesId: of.id, hidden: { revision: String(of.revision), ...(from ? { splitFrom: from } : {}) } },
		book: await formBook(actor, lang, sheet),
	};
};

export const actions: Actions = {
	look: async (event) => shown(event, await read(event)),
	again: async (event) => ({ typed: (await read(event)).typed }),
	save: async (event) => {
		const asked = await read(event);
		const { typed, of, ids, actor } = asked;
		const { revision, splitFrom = '' } = typed;
		const done = await changeSeries(
			{ id: of.id, revision, lines: ids, sheet: typed, from: splitFrom, people: peopleIn(typed) },
			actor,
		);
		if (!isRefusal(done)) redirect(303, `/staff/events/${done.id}?done=changed`);
		const { refused, fields: faults } = done;
		if (refused === 'malformed' && !faults?.cause) return fail(400, { typed, faults });
		// She is told, and sees what saving would come to by now.
		const again = await shown(event, {
			...asked,
			typed: { ...typed, revision: String((await own(event)).of.revision) },
		});
		const told = refused === 'malformed' ? { faults } : { refused };
		return fail(statusOf(done), { ...('status' in again ? again.data : again), ...told });
	},
};

/** What she chose for each date at which people are registered. */
function peopleIn(typed: Sheet): Record<string, string> {
	const chosen = Object.entries(typed).filter(([name]) => name.startsWith('people-'));
	return Object.fromEntries(chosen.map(([name, along]) => [name.slice('people-'.length), along]));
}

type Read = Awaited<ReturnType<typeof read>>;

/** The page between. What was asked for there is asked afresh, on the series as it is by now. */
async function shown(event: RequestEvent, { actor, of, typed, ids }: Read) {
	const found = await previewOf(ground().db, actor, { sheet: typed, lines: ids, of, from: typed.splitFrom });
	if ('faults' in found) return fail(400, { typed, faults: found.faults });
	return { typed, preview: shownPreview(found, event.locals.lang) };
}

async function read(event: RequestEvent) {
	const { actor, of } = await own(event);
	const typed = fieldsOf(await event.request.formData());
	if (typed.splitFrom && !isCalendarDay(typed.splitFrom)) error(400);
	const ids = (await linesFor(actor, event.locals.lang)).map(({ id }) => id);
	return { actor, of, typed, ids };
}

async function own(event: Pick<RequestEvent, 'locals' | 'url' | 'params'>) {
	const actor = whoPlans(event);
	const of = await seriesToPlan(ground().db, actor, event.params.series);
	return of ? { actor, of } : error(404);
}
