import { fail, redirect } from '@sveltejs/kit';
import { attendedBy, type ClerkStep, LONGEST_TEXT, type Message, readAsClerk } from '#lib/chat/index.server.ts';
import { isRefusal, type Refusal, statusOf } from '#lib/platform/command.server.ts';
import { clerkTokenOf, setClerkCookie } from '#lib/platform/http/cookies.server.ts';
import { newId, randomToken } from '#lib/platform/randomness.server.ts';
import { beforeSending, fieldOf, textOf } from '../chat/before.server.ts';
import { enter, leave, send } from './acts.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The conversation into which the clerk of this browser was brought, or the form by which one comes. */
export const load: PageServerLoad = async ({ cookies, url }) => {
	const secure = url.protocol === 'https:';
	const token = clerkTokenOf(cookies, secure);
	// Before the link is used, so that a form sent twice is sent by one browser.
	if (!token) setClerkCookie(cookies, secure, randomToken());
	const attended = await attendedBy(token);
	const blank = { key: newId(), longest: LONGEST_TEXT, left: url.searchParams.has('left') };
	if (!attended) return { ...blank, attended: null };
	const { language, signed } = attended.clerk;
	const steps = await readAsClerk(attended);
	const last = steps.at(-1)?.seq ?? attended.clerk.fromSeq;
	return { ...blank, attended: { language, signed, last, steps: steps.filter(isForEyes) } };
};

export const actions: Actions = {
	enter: async (event) => {
		const form = await event.request.formData();
		const kept = { link: fieldOf(form, 'link'), office: fieldOf(form, 'office'), name: fieldOf(form, 'name') };
		const outcome = await enter(event, form);
		if (isRefusal(outcome)) return fail(statusOfEntry(outcome), { kept, error: reasonOf(outcome) });
		redirect(303, outcome);
	},
	/** A code is shown before it goes, as it is to the visitor. */
	send: async (event) => {
		const form = await event.request.formData();
		const kept = { text: textOf(form), key: fieldOf(form, 'key'), about: '', kind: '', seenUrgent: true };
		form.set('seen-urgent', '1');
		const before = beforeSending(form);
		if (before) return fail(422, { ...kept, before });
		const outcome = await send(event, form);
		if (isRefusal(outcome)) return fail(statusOf(outcome), { ...kept, error: reasonOf(outcome) });
		redirect(303, outcome);
	},
	leave: async (event) => {
		const outcome = await leave(event);
		if (isRefusal(outcome)) return fail(statusOf(outcome), { error: reasonOf(outcome) });
		redirect(303, outcome);
	},
};

/** What leads nowhere is not there. */
const statusOfEntry = (outcome: Refusal): number => (outcome.refused === 'unknown-link' ? 404 : statusOf(outcome));

const isForEyes = (step: ClerkStep): step is Message => step.kind !== 'passed';

const FIELDS = ['link', 'office', 'name', 'browser', 'text', 'clientId'];

function reasonOf({ refused, fields }: Refusal): string {
	return refused === 'malformed' ? (FIELDS.map((name) => fields[name]).find(Boolean) ?? 'other') : refused;
}
