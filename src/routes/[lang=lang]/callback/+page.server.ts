import { fail, redirect } from '@sveltejs/kit';
import { Away } from '#lib/platform/away.ts';
import { isRefusal, type Refusal, refused, statusOf } from '#lib/platform/command.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { ask, cancel, type CallEvent, keep } from './acts.server.ts';
import { loadCallback } from './load.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies, url, params }) => loadCallback(cookies, url, params.lang);

export const actions: Actions = {
	ask: (event) => done(event, ask),
	cancel: (event) => done(event, cancel),
	kept: (event) => done(event, keep),
};

/** Whatever happens, what was typed stays on the page. */
async function done(event: CallEvent, act: (event: CallEvent, form: FormData) => Promise<Refusal | string>) {
	const form = await event.request.formData();
	const outcome = await act(event, form).catch(asRefusal);
	if (!isRefusal(outcome)) redirect(303, outcome);
	const typed = Object.fromEntries(Object.entries(fieldsOf(form)).map(([name, text]) => [name, text.slice(0, 2_000)]));
	return fail(statusOf(outcome), { refused: outcome.refused, faults: outcome.fields, typed });
}

function asRefusal(error: unknown): Refusal {
	if (error instanceof Away) return refused('database');
	throw error;
}
