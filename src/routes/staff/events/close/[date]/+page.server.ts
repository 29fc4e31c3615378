import { error, fail, redirect } from '@sveltejs/kit';
import { catalogue } from '#lib/content/index.server.ts';
import { closeDate, closingSheet } from '#lib/events/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { headOf, idIn, whoRuns } from '../../people/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { fieldsToBegin, insteadIn } from './fields.ts';
import { linesOf } from './lines.server.ts';

export const load: PageServerLoad = async (event) => {
	const actor = whoRuns(event);
	const { lang } = event.locals;
	const sheet = (await closingSheet(ground().db, actor, idIn(event.params.date))) ?? error(404);
	const lines = await linesOf(sheet.series.projectId);
	return {
		...{ lang, words: wordsOf(lang, ['headcount', 'people', 'site']), head: await headOf(sheet, lang) },
		...{ sheet, fields: fieldsToBegin(sheet), isDone: event.url.searchParams.has('closed') },
		topics: catalogue().topics.map(({ id, names }) => ({ id, name: inLanguage(names, lang) })),
		lines: lines.map(({ id, names }) => ({ id: `line:${id}`, name: inLanguage(names, lang) })),
		others: sheet.others.map(({ id, day, names }) => ({ id: `date:${id}`, day, name: inLanguage(names, lang) })),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const actor = whoRuns(event);
		const { db } = ground();
		const id = idIn(event.params.date);
		const typed = fieldsOf(await event.request.formData());
		const sheet = (await closingSheet(db, actor, id)) ?? error(404);
		const lines = (await linesOf(sheet.series.projectId)).map((line) => line.id);
		const topics = catalogue().topics.map((topic) => topic.id);
		const told = { ...typed, ...insteadIn(typed.instead), occurrenceId: id, lang: event.locals.lang, topics, lines };
		const done = await closeDate(told, actor);
		if (!isRefusal(done)) redirect(303, `/staff/events/close/${id}?closed`);
		if (done.refused === 'missing') error(404);
		return fail(statusOf(done), { refused: done.refused, faults: done.fields, typed });
	},
};
