import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { closeTally, joinTally, tapWithoutScript } from '#lib/cases/index.server.ts';
import { addDays, today } from '#lib/platform/clock.ts';
import { DAYS_TAKEN, type Tally } from '#lib/cases/index.ts';
import { isRefusal, type Refusal, statusOf } from '#lib/platform/command.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { counter, placesIn, whereOf } from '../door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { tallyOr404, topicIds, topicsByUse } from './shown.server.ts';

/** Kept by a phone as it is, so nothing on it says who is signed in. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = counter(locals, `/staff/tally/${params.id}`);
	const { tally, hand, last, counts } = await tallyOr404(actor, params.id);
	const { lang } = locals;
	return {
		...{ lang, hand, counts, key: newId(), id: tally.id, day: tally.day },
		...{ last: last[0] ?? null, standing: standingOf(tally), where: whereOf(tally, await placesIn(lang)) },
		topics: await topicsByUse(tally, lang),
		words: wordsOf(lang, ['tally', 'cases', 'site']),
	};
};

export const actions: Actions = {
	tap: (event) => act(event, tap),
	undo: (event) => act(event, undo),
	join: (event) => act(event, (typed, { params, actor }) => joinTally({ ...typed, tallyId: params.id }, actor)),
	close: (event) => act(event, (typed, { params, actor }) => closeTally({ ...typed, tallyId: params.id }, actor)),
};

type Typed = Readonly<Record<string, string>>;
type By = { readonly params: { readonly id: string }; readonly actor: ReturnType<typeof counter> };
type Act = (typed: Typed, by: By) => Promise<{ id: string } | Refusal>;

const tap: Act = ({ key, ...typed }, { params, actor }) =>
	tapWithoutScript(
		{ tallyId: params.id, topics: topicIds() },
		{ ...typed, id: key, minutes: Number(typed.minutes), isUndone: false },
		actor,
	);

/** The last one that holds, as the page showed it: a form sent twice undoes no second one. */
const undo: Act = async ({ clientId }, { params, actor }) => {
	const { last } = await tallyOr404(actor, params.id);
	const one = last.find((row) => row.clientId === clientId);
	if (!one) return { id: params.id };
	const of = { tallyId: params.id, topics: topicIds() };
	return tapWithoutScript(of, { ...one, id: one.clientId, isUndone: true }, actor);
};

async function act({ request, locals, params }: RequestEvent<{ id: string }>, work: Act) {
	const actor = counter(locals, `/staff/tally/${params.id}`);
	const done = await work(fieldsOf(await request.formData()), { params, actor });
	if (isRefusal(done)) return fail(statusOf(done), { refused: done.refused });
	redirect(303, `/staff/tally/${params.id}`);
}

function standingOf({ day, closedOn }: Tally): 'early' | 'open' | 'closed' | 'over' {
	if (today() > addDays(day, DAYS_TAKEN)) return 'over';
	if (today() < day) return 'early';
	return closedOn === null ? 'open' : 'closed';
}
