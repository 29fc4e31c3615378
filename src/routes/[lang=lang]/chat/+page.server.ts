import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { caseOfCode, hasRightCheck, readCode, startSession } from '#lib/cases/index.server.ts';
import {
	endConversation,
	eraseConversation,
	openConversation,
	renewCode,
	sendAsVisitor,
	visitorConversation,
	visitorOf,
} from '#lib/chat/index.server.ts';
import { isRefusal, type Refusal, statusOf } from '#lib/platform/command.server.ts';
import { DatabaseDown } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { clearCodeCookie, clearVisitorCookie, setVisitorCookie, visitorTokenOf } from '#lib/platform/http/cookies.server.ts';
import { type Limit, secondsToWait } from '#lib/platform/http/limits.server.ts';
import { logWarning } from '#lib/platform/log.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { beforeSending, fieldOf, textOf } from './before.server.ts';
import { carryCode } from './code.server.ts';
import { loadChat } from './load.server.ts';

/** Wide enough for a library full of people behind one address. */
const OPENING: Limit = { tries: 60, perMs: 600_000 };
const WRONG_CODES: Limit = { tries: 30, perMs: 3_600_000 };
const WRONG_CODE_PAUSE_MS = 2_000;

export const load: PageServerLoad = ({ cookies, url, params }) => loadChat(cookies, url, params.lang);

export const actions: Actions = {
	open: (event) => spoken(event, open),
	send: (event) => spoken(event, send),
	return: (event) => guarded(event, comeBack),
	kept: async ({ cookies, url, params }) => {
		clearCodeCookie(cookies, isSecure(url));
		redirect(303, `/${params.lang}/chat`);
	},
	renew: (event) => guarded(event, renew),
	end: (event) => guarded(event, end),
	erase: (event) => guarded(event, erase),
};

type Event = RequestEvent<{ lang: string }>;
const isSecure = (url: URL): boolean => url.protocol === 'https:';

/** Sends words, unless she must see something first; whatever happens, the text stays on the page. */
async function spoken(event: Event, work: (event: Event, form: FormData) => Promise<Refusal | null>) {
	const form = await event.request.formData();
	const kept = { text: textOf(form), key: fieldOf(form, 'key'), about: fieldOf(form, 'about'), kind: fieldOf(form, 'kind') };
	const before = beforeSending(form);
	if (before) return fail(422, { ...kept, before, seenUrgent: form.has('seen-urgent'), seenHidden: form.has('seen-hidden') });
	const refusal = await work(event, form).catch(asRefusal);
	if (refusal) return fail(statusFor(refusal), { ...kept, error: reasonOf(refusal) });
	redirect(303, `/${event.params.lang}/chat#end`);
}

async function guarded(event: Event, work: (event: Event) => Promise<Refusal | string>) {
	const done = await work(event).catch(asRefusal);
	if (isRefusal(done)) return fail(statusFor(done), { error: reasonOf(done), code: done.fields.code });
	redirect(303, done);
}

async function open({ cookies, url, params, locals }: Event, form: FormData): Promise<Refusal | null> {
	if (secondsToWait('open', locals.source, OPENING) > 0) return { refused: 'too-many', fields: {} };
	const about = fieldOf(form, 'about');
	const opened = await openConversation(
		{
			...{ startKey: fieldOf(form, 'key'), text: textOf(form), language: params.lang },
			kind: fieldOf(form, 'kind') === 'accessibility' ? 'accessibility' : 'chat',
			page: /^[\w-]{1,60}$/.test(about) ? `/${params.lang}/services/${about}` : null,
		},
		{ kind: 'visitor', id: null },
	);
	if (isRefusal(opened)) return opened;
	setVisitorCookie(cookies, isSecure(url), opened.token);
	await carryCode(cookies, isSecure(url), opened.code);
	return null;
}

async function send(event: Event, form: FormData): Promise<Refusal | null> {
	const conversation = await current(event);
	if (!conversation) return { refused: 'missing', fields: {} };
	const sent = await sendAsVisitor(conversation.id, { clientId: fieldOf(form, 'key'), text: textOf(form) });
	return isRefusal(sent) ? sent : null;
}

/** A right code is never kept waiting; wrong ones are, once there were many from one place. */
async function comeBack({ request, cookies, url, params, locals }: Event): Promise<Refusal | string> {
	const typed = fieldOf(await request.formData(), 'code');
	const code = readCode(typed);
	if (code === null || !hasRightCheck(code)) return { refused: 'code', fields: { code: typed } };
	const found = await caseOfCode(ground().db, code);
	if (!found) {
		if (secondsToWait('code', locals.source, WRONG_CODES) > 0) {
			logWarning('return-codes-are-being-guessed');
			await new Promise((resolve) => setTimeout(resolve, WRONG_CODE_PAUSE_MS));
		}
		return { refused: 'unknown-code', fields: { code: typed } };
	}
	setVisitorCookie(cookies, isSecure(url), await startSession(ground().db, found.id));
	return `/${params.lang}/chat`;
}

async function renew(event: Event): Promise<Refusal | string> {
	const conversation = await current(event);
	if (!conversation) return { refused: 'missing', fields: {} };
	const renewed = await renewCode({}, visitorOf(conversation.caseId));
	if (isRefusal(renewed)) return renewed;
	await carryCode(event.cookies, isSecure(event.url), renewed.code);
	return `/${event.params.lang}/chat`;
}

async function end(event: Event): Promise<Refusal | string> {
	const conversation = await current(event);
	const done = conversation ? await endConversation({}, visitorOf(conversation.caseId)) : null;
	return isRefusal(done) ? done : `/${event.params.lang}/chat#end`;
}

async function erase(event: Event): Promise<Refusal | string> {
	const conversation = await current(event);
	const done = conversation ? await eraseConversation({}, visitorOf(conversation.caseId)) : null;
	if (isRefusal(done) && done.refused !== 'missing') return done;
	clearVisitorCookie(event.cookies, isSecure(event.url));
	clearCodeCookie(event.cookies, isSecure(event.url));
	return `/${event.params.lang}/chat?erased`;
}

const current = ({ cookies, url }: Event) => visitorConversation(visitorTokenOf(cookies, isSecure(url)));

function asRefusal(error: unknown): Refusal {
	if (error instanceof DatabaseDown) return { refused: 'database', fields: {} };
	throw error;
}

const statusFor = (refusal: Refusal): number => (refusal.refused === 'database' ? 503 : statusOf(refusal));

/** The key of the sentence: what is wrong with the text comes before what is wrong in general. */
function reasonOf({ refused, fields }: Refusal): string {
	return refused === 'malformed' ? (fields.text ?? fields.startKey ?? fields.clientId ?? 'other') : refused;
}
