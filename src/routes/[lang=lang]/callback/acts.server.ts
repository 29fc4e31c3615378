import type { RequestEvent } from '@sveltejs/kit';
import { askForCall, type CaseRow, cancelCallback, visitorCase } from '#lib/cases/index.server.ts';
import { visitorOf } from '#lib/cases/index.ts';
import { catalogue } from '#lib/content/index.server.ts';
import { isRefusal, type Refusal, refused } from '#lib/platform/command.server.ts';
import { clearCodeCookie, setVisitorCookie, visitorTokenOf } from '#lib/platform/http/cookies.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { type Limit, secondsToWait } from '#lib/platform/http/limits.server.ts';
import { isLanguage } from '#lib/platform/i18n/catalogue.server.ts';
import { carryCode } from '../chat/code.server.ts';

export type CallEvent = RequestEvent<{ lang: string }>;
type Outcome = Promise<Refusal | string>;

/** Wide enough for a library full of people behind one address. */
const ASKING: Limit = { tries: 40, perMs: 600_000 };

export async function ask(event: CallEvent, form: FormData): Outcome {
	const { locals, cookies, url, params } = event;
	if (secondsToWait('callback', locals.source, ASKING) > 0) return refused('too-many');
	const typed = fieldsOf(form);
	if (!isLanguage(typed.language ?? '')) return refused('malformed', { language: 'language' });
	const topic = catalogue().topicById.has(typed.topic ?? '') ? typed.topic : '';
	const own = form.has('other') ? null : await currentCase(event);
	const asked = await askForCall({ ...typed, topic }, { kind: 'visitor', id: own?.id ?? null });
	if (isRefusal(asked)) return asked;
	if (asked.way) {
		setVisitorCookie(cookies, isSecure(url), asked.way.token);
		await carryCode(cookies, isSecure(url), asked.way.code);
	}
	return `/${params.lang}/callback`;
}

export async function cancel(event: CallEvent, form: FormData): Outcome {
	const own = await currentCase(event);
	const cancelled = own ? await cancelCallback({ id: fieldsOf(form).id }, visitorOf(own.id)) : refused('missing');
	return isRefusal(cancelled) ? cancelled : `/${event.params.lang}/callback`;
}

/** She has her code: the browser forgets it. */
export async function keep({ cookies, url, params }: CallEvent): Outcome {
	clearCodeCookie(cookies, isSecure(url));
	return `/${params.lang}/callback`;
}

const currentCase = ({ cookies, url }: CallEvent): Promise<CaseRow | null> =>
	visitorCase(visitorTokenOf(cookies, isSecure(url)));
const isSecure = (url: URL): boolean => url.protocol === 'https:';
