import { fail, redirect } from '@sveltejs/kit';
import { Away } from '#lib/platform/away.ts';
import { isRefusal, type Refusal, refused, statusOf } from '#lib/platform/command.server.ts';
import type { ChatEvent, Outcome } from './acts.server.ts';
import { beforeSending, fieldOf, textOf } from './before.server.ts';

/** Sends words, unless she must see something first; whatever happens, the text stays on the page. */
export async function spoken(event: ChatEvent, act: (event: ChatEvent, form: FormData) => Outcome) {
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

export async function done(event: ChatEvent, act: (event: ChatEvent) => Outcome) {
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
