import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { headTally, standingIn, tapHead } from '#lib/events/index.server.ts';
import { statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { headOf, idIn, whoRuns } from '../../people/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Kept by a phone as it is, so nothing on it says who is signed in. */
export const load: PageServerLoad = async (event) => {
	const { tally } = await tallyOf(event);
	const { lang } = event.locals;
	return {
		...{ lang, key: newId(), head: await headOf(tally, lang), counts: tally.counts, people: tally.people },
		...{ last: tally.last, standing: await standingIn(ground().db, tally) },
		words: wordsOf(lang, ['headcount', 'tally', 'people', 'site']),
	};
};

export const actions: Actions = {
	tap: async (event) => {
		const { key, ageBand, language, ...marks } = fieldsOf(await event.request.formData());
		const codes = { ageBand, language, isFirstTime: 'isFirstTime' in marks, isRemote: 'isRemote' in marks };
		return act(event, { ...codes, id: key, isUndone: false });
	},
	/** The last one that holds, as the page showed it: a form sent twice undoes no second one. */
	undo: async (event) => {
		const { clientId } = fieldsOf(await event.request.formData());
		const { last } = (await tallyOf(event)).tally;
		return act(event, last && last.id === clientId ? { ...last, isUndone: true } : null);
	},
};

type Event = RequestEvent<{ date: string }>;

async function tallyOf(event: Event) {
	const actor = whoRuns(event);
	const tally = (await headTally(ground().db, actor, idIn(event.params.date))) ?? error(404);
	return { actor, tally };
}

async function act(event: Event, tap: object | null) {
	const { actor, tally } = await tallyOf(event);
	const wrong = tap && (await tapHead(tally.of.id, tap, actor));
	if (wrong) return fail(statusOf(wrong), { refused: wrong.refused });
	redirect(303, `/staff/events/tally/${tally.of.id}`);
}
