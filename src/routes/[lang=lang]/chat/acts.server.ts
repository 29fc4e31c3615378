import type { RequestEvent } from '@sveltejs/kit';
import { comeByCode, hasRightCheck, readCode, visitorCase } from '#lib/cases/index.server.ts';
import {
	answerConsent,
	declineClerk,
	endConversation,
	eraseEverything,
	openConversation,
	rateConversation,
	renewCode,
	sendAsVisitor,
	visitorConversation,
	visitorOf,
} from '#lib/chat/index.server.ts';
import { isRefusal, type Refusal, refused } from '#lib/platform/command.server.ts';
import {
	clearCodeCookie,
	clearVisitorCookie,
	setVisitorCookie,
	visitorTokenOf,
} from '#lib/platform/http/cookies.server.ts';
import { type Limit, secondsToWait } from '#lib/platform/http/limits.server.ts';
import { house } from '../../../house.server.ts';
import { pauseAfterWrongCode } from '../../wrongCode.server.ts';
import { pageAbout } from './about.server.ts';
import { fieldOf, textOf } from './before.server.ts';
import { carryCode } from './code.server.ts';
import { placeToRead } from './place.server.ts';

/** What a visitor does by the forms of the page. Each act gives where to go on, or why not. */
export type ChatEvent = RequestEvent<{ lang: string }>;
export type Outcome = Promise<Refusal | string>;

/** Wide enough for a library full of people behind one address. */
const OPENING: Limit = { tries: 60, perMs: 600_000 };

export async function open(event: ChatEvent, form: FormData): Outcome {
	const { cookies, url, params, locals } = event;
	if (secondsToWait('open', locals.source, OPENING) > 0) return refused('too-many');
	const hers = await visitorCase(tokenOf(event));
	const opener = hers ? visitorOf(hers.id) : ({ kind: 'visitor', id: null } as const);
	const opened = await openConversation(openingOf(form, params.lang), opener);
	if (isRefusal(opened)) return opened.refused === 'goes-on' ? send(event, form) : opened;
	if (opened.came) {
		setVisitorCookie(cookies, isSecure(url), opened.came.token);
		await carryCode(cookies, isSecure(url), opened.came.code);
	}
	// She is in her conversation all the same, with this text before her.
	if (opened.hasOtherText) return refused('other-text');
	return `/${params.lang}/chat#end`;
}

export async function send(event: ChatEvent, form: FormData): Outcome {
	const conversation = await current(event);
	if (!conversation) return refused('missing');
	const sending: Limit = { tries: house().settings.messagesPerMinute, perMs: 60_000 };
	if (secondsToWait('send', conversation.id, sending) > 0) return refused('too-many');
	const said = { clientId: fieldOf(form, 'key'), text: textOf(form), ...saidOf(form) };
	const sent = await sendAsVisitor(conversation.id, said);
	return isRefusal(sent) ? sent : `/${event.params.lang}/chat#end`;
}

/** A right code is never kept waiting; wrong ones are, once there were many from one place, or from all together. */
export async function comeBack({ request, cookies, url, params, locals }: ChatEvent): Outcome {
	const form = await request.formData();
	const typed = fieldOf(form, 'code');
	const code = readCode(typed);
	if (code === null || !hasRightCheck(code)) return refused('code', { code: typed });
	const came = await comeByCode({ code, key: fieldOf(form, 'key') });
	if (!came) return afterWrongCode(typed, locals.source);
	setVisitorCookie(cookies, isSecure(url), came.token);
	// One that waits here to be shown may be of another case.
	if (came.code) await carryCode(cookies, isSecure(url), came.code);
	else clearCodeCookie(cookies, isSecure(url));
	return `/${params.lang}${came.code ? '/case?paper' : await placeToRead(came.caseId)}`;
}

export const renew = (event: ChatEvent): Outcome => renewAnd(event, `/${event.params.lang}/chat`);

/** A fresh code, shown on the page to which she goes on. */
export async function renewAnd(event: ChatEvent, next: string): Outcome {
	const of = await visitorCase(tokenOf(event));
	const renewed = of ? await renewCode({ token: tokenOf(event) }, visitorOf(of.id)) : refused('missing');
	if (isRefusal(renewed)) return renewed;
	await carryCode(event.cookies, isSecure(event.url), renewed.code);
	return next;
}

export async function end(event: ChatEvent): Outcome {
	const conversation = await current(event);
	const ended = conversation ? await endConversation({}, visitorOf(conversation.caseId)) : refused('missing');
	return isRefusal(ended) ? ended : `/${event.params.lang}/chat#end`;
}

/** She does not want a clerk in her conversation. */
export async function decline(event: ChatEvent): Outcome {
	const conversation = await current(event);
	const declined = conversation ? await declineClerk({}, visitorOf(conversation.caseId)) : refused('missing');
	return isRefusal(declined) ? declined : `/${event.params.lang}/chat#end`;
}

/** Pressed twice it counts once; on a conversation that goes on it counts nothing. */
export async function rate(event: ChatEvent): Outcome {
	const face = fieldOf(await event.request.formData(), 'face');
	const conversation = await current(event);
	const rated = conversation ? await rateConversation({ face }, visitorOf(conversation.caseId)) : refused('missing');
	return isRefusal(rated) ? rated : `/${event.params.lang}/chat?rated#end`;
}

/** Whether another organisation may go on with her. Asked no more, there is nothing to answer. */
export async function consent(event: ChatEvent): Outcome {
	const form = await event.request.formData();
	const answer = { answer: fieldOf(form, 'answer'), to: fieldOf(form, 'to') };
	const conversation = await current(event);
	const said = conversation ? await answerConsent(answer, visitorOf(conversation.caseId)) : refused('missing');
	if (isRefusal(said) && said.refused !== 'not-offered') return said;
	return `/${event.params.lang}/chat#end`;
}

/** What is gone already is erased: the browser forgets its way there all the same. */
export async function erase(event: ChatEvent): Outcome {
	const of = await visitorCase(tokenOf(event));
	const erased = of ? await eraseEverything({}, visitorOf(of.id)) : null;
	if (isRefusal(erased) && erased.refused !== 'missing') return erased;
	clearVisitorCookie(event.cookies, isSecure(event.url));
	clearCodeCookie(event.cookies, isSecure(event.url));
	return `/${event.params.lang}/chat?erased`;
}

export const keep = (event: ChatEvent): Outcome => keepAnd(event, `/${event.params.lang}/chat`);

/** She has noted her code: it need not be shown any more. */
export async function keepAnd({ cookies, url }: ChatEvent, next: string): Outcome {
	clearCodeCookie(cookies, isSecure(url));
	return next;
}

const openingOf = (form: FormData, lang: string) => ({
	...{ startKey: fieldOf(form, 'key'), text: textOf(form), language: lang },
	...saidOf(form),
	kind: fieldOf(form, 'kind') === 'accessibility' ? 'accessibility' : 'chat',
	page: pageAbout(fieldOf(form, 'about'), lang),
});

/** What was hidden before, and whether she said that the rest is no secret. */
const saidOf = (form: FormData) => ({
	alreadyHidden: form.getAll('already-hidden'),
	notSecret: form.has('not-secret'),
});

async function afterWrongCode(typed: string, source: string): Promise<Refusal> {
	await pauseAfterWrongCode(source);
	return refused('unknown-code', { code: typed });
}

export const tokenOf = ({ cookies, url }: ChatEvent) => visitorTokenOf(cookies, isSecure(url));
const current = (event: ChatEvent) => visitorConversation(tokenOf(event));
const isSecure = (url: URL): boolean => url.protocol === 'https:';
