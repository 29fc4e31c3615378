import { fail, redirect } from '@sveltejs/kit';
import { Away } from '#lib/platform/away.ts';
import { isRefusal, type Refusal, refused, statusOf } from '#lib/platform/command.server.ts';
import type { Actions, PageServerLoad } from './$types';
import {
	type ChatEvent,
	comeBack,
	consent,
	decline,
	end,
	erase,
	keep,
	open,
	type Outcome,
	rate,
	renew,
	send,
} from './acts.server.ts';
import { beforeSending, fieldOf, textOf } from './before.server.ts';
import { loadChat } from './load.server.ts';

export const load: PageServerLoad = ({ cookies, url, params }) => loadChat(cookies, url, params.lang);

export const actions: Actions = {
	open: (event) => spoken(event, open),
	send: (event) => spoken(event, send),
	return: (event) => done(event, comeBack),
	kept: (event) => done(event, keep),
	renew: (event) => done(event, renew),
	end: (event) => done(event, end),
	decline: (event) => done(event, decline),
	rate: (event) => done(event, rate),
	consent: (event) => done(event, consent),
	erase: (event) => done(event, erase),
};

/** Sends words, unless she must see something first; whatever happens, the text stays on the page. */
async function spoken(event: ChatEvent, act: (event: ChatEvent, form: FormData) => Outcome) {
	const form = await event.request.formData();
	const kept = {
		text: textOf(form),
		key: fieldOf(form, 'key'),
		about: fieldOf(form, 'about'),
		kind: fieldOf(form, 'kind'),
	};
	const before = beforeSending(form);
	if (before) return fail(422, { ...kept, before, seenUrgent: form.has('seen-urgent') });
	const outcome = await act(event, form).catch(asRefusal);
	if (!isRefusal(outcome)) redirect(303, outcome);
	// Sent again it is a message of its own.
	const key = outcome.refused === 'other-text' ? '' : kept.key;
	return fail(statusOf(outcome), { ...kept, key, error: reasonOf(outcome) });
}

async function done(event: ChatEvent, act: (event: ChatEvent) => Outcome) {
	const outcome = await act(event).catch(asRefusal);
	if (isRefusal(outcome)) return fail(statusOf(outcome), { error: reasonOf(outcome), code: outcome.fields.code });
	redirect(303, outcome);
}

function asRefusal(error: unknown): Refusal {
	if (error instanceof Away) return refused('database');
	throw error;
}

/** The key of the sentence: what is wrong with the text comes before what is wrong in general. */
function reasonOf({ refused, fields }: Refusal): string {
	return refused === 'malformed' ? (fields.text ?? fields.startKey ?? fields.clientId ?? 'other') : refused;
}
