import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import {
	answerInCase,
	giveAddressFor,
	noteFollowUp,
	noteInCase,
	passCase,
	readCase,
	releaseCase,
	takeCase,
} from '#lib/cases/index.server.ts';
import type { StaffActor } from '#lib/identity/index.server.ts';
import { isRefusal, type Refusal, statusOf } from '#lib/platform/command.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { sentBy } from '../../referrals/sentBy.server.ts';
import { idIn, spokenBy, whoHelps } from '../door.server.ts';
import { waysToTell } from '../../../ways.server.ts';
import { stepsShown } from './steps.server.ts';
import { talkOf } from './talk.server.ts';

export const load: PageServerLoad = async (event) => {
	const actor = whoHelps(event);
	const seen = await readCase(idIn(event.params), actor);
	if (isRefusal(seen)) error(statusOf(seen));
	const { of, inside, holderName, isMine } = seen;
	const asked = event.url.searchParams;
	return {
		...{ ...spokenBy(event.locals), id: of.id, holderName, isMine, key: newId() },
		...{ language: of.language, waitingSince: of.waitingSince, expiresOn: of.expiresOn },
		recorded: asked.has('recorded'),
		moved: asked.has('moved'),
		told: asked.has('told'),
		ways: waysToTell(),
		talk: await talkOf(of.id, actor),
		sentBy: await sentBy(of.id, actor, event.locals.lang),
		inside: inside && { ...inside, history: stepsShown(inside.history, event.locals.lang) },
	};
};

export const actions: Actions = {
	take: (event) => done(event, takeCase),
	release: (event) => done(event, releaseCase, '/staff/cases'),
	pass: (event) => done(event, passCase, '/staff/cases'),
	note: (event) => done(event, noteInCase),
	answer: (event) => done(event, answerInCase),
	address: (event) =>
		done(event, (raw, actor) => giveAddressFor({ ...Object(raw), ways: waysToTell() }, actor), '?told#told'),
	followUp: (event) => done(event, noteFollowUp),
};

type Command = (raw: unknown, actor: StaffActor) => Promise<object | Refusal>;

/** What was typed stays on the page, whatever happens. */
async function done(event: RequestEvent, act: Command, next = '') {
	const actor = whoHelps(event);
	const id = idIn(event.params);
	const typed = fieldsOf(await event.request.formData());
	const result = await act({ ...typed, id }, actor);
	if (!isRefusal(result)) redirect(303, next.startsWith('/') ? next : `/staff/cases/${id}${next}`);
	const { refused, fields } = result;
	if (refused === 'missing') error(404);
	const faults = { fault: fields.text ?? fields.to ?? '', address: fields.address ?? '' };
	return fail(statusOf(result), { refused, by: fields.by ?? '', ...faults, typed });
}
