import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { callSheet, finishCallback, giveCallbackBack, noteTry, takeCallback } from '#lib/cases/index.server.ts';
import { knownCodes } from '#lib/content/index.server.ts';
import type { StaffActor } from '#lib/identity/index.server.ts';
import { isRefusal, type Refusal, statusOf } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { isId } from '#lib/platform/id.ts';
import { saidNumber } from '#lib/platform/sms/number.ts';
import { bookOf } from '../../desk/book.server.ts';
import { topicNames, whoCalls } from '../who.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = whoCalls(event);
	const { id } = event.params;
	// The number is never shown without the entry that says to whom.
	const sheet = isId(id) ? await ground().db.transaction((tx) => callSheet(tx, actor, id)) : null;
	if (!sheet) error(404);
	const { lang } = event.locals;
	const { topics, cards, guides } = bookOf(lang);
	return {
		words: wordsOf(lang, ['callback', 'cases', 'site']),
		...{ topics, cards, guides, topicNames: topicNames(lang) },
		sheet: { ...sheet, number: sheet.call && saidNumber(sheet.call.number) },
	};
};

export const actions: Actions = {
	take: (event) => act(event, takeCallback, ({ id }) => `/staff/callbacks/${id}`),
	back: (event) => act(event, giveCallbackBack, () => ended('released')),
	tried: (event) => act(event, noteTry, ({ state }) => ended(state === 'given-up' ? 'given-up' : 'waiting')),
	done: (event) => act(event, finishCallback(knownCodes()), () => ended('done')),
};

type Command<Done> = (raw: unknown, actor: StaffActor) => Promise<Done | Refusal>;

async function act<Done>(event: RequestEvent, command: Command<Done>, next: (done: Done) => string) {
	const actor = whoCalls(event);
	const typed = fieldsOf(await event.request.formData());
	const done = await command({ ...typed, id: event.params.id }, actor);
	if (!isRefusal(done)) redirect(303, next(done));
	if (done.refused === 'missing') error(404);
	return fail(statusOf(done), { refused: done.refused, faults: done.fields, typed });
}

const ended = (how: string): string => `/staff/callbacks?ended=${how}`;
