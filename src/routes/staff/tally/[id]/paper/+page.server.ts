import { fail, redirect } from '@sveltejs/kit';
import { countFromPaper } from '#lib/cases/index.server.ts';
import { isRefusal, statusOf } from '#lib/platform/command.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { counter, placesIn, whereOf } from '../../door.server.ts';
import { tallyOr404, topicIds, topicsByUse } from '../shown.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The same day on paper, in large print; and what was ticked there, typed in at once. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = counter(locals, `/staff/tally/${params.id}/paper`);
	const { tally, hand } = await tallyOr404(actor, params.id);
	const { lang } = locals;
	return {
		...{ lang, key: newId(), id: tally.id, day: tally.day, mayType: hand !== null },
		where: whereOf(tally, await placesIn(lang)),
		topics: await topicsByUse(tally, lang),
		isTyped: url.searchParams.has('typed'),
		words: wordsOf(lang, ['tally', 'cases', 'site']),
	};
};

export const actions: Actions = {
	count: async ({ request, locals, params }) => {
		const actor = counter(locals, `/staff/tally/${params.id}/paper`);
		const { id } = (await tallyOr404(actor, params.id)).tally;
		const { minutes, ...typed } = fieldsOf(await request.formData());
		const sent = { ...typed, minutes: Number(minutes), counts: countsIn(typed) };
		const done = await countFromPaper({ tallyId: id, topics: topicIds() }, sent, actor);
		if (isRefusal(done)) return fail(statusOf(done), { refused: done.refused, typed });
		redirect(303, `/staff/tally/${id}/paper?typed`);
	},
};

/** The fields `people-TOPIC`; an empty one is nobody. */
function countsIn(typed: Readonly<Record<string, string>>): Record<string, number> {
	const fields = topicIds().map((topic) => [topic, Number(typed[`people-${topic}`] ?? 0)] as const);
	return Object.fromEntries(fields.filter(([, people]) => people !== 0));
}
