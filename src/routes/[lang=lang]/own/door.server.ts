import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { LinkActor } from '#lib/identity/index.server.ts';
import { isRefusal, type Refusal, statusOf } from '#lib/platform/command.server.ts';
import { fieldsOf } from '#lib/platform/http/fields.ts';
import { ownKeyOf } from '#lib/platform/http/cookies.server.ts';
import { herByLink } from '#lib/volunteers/index.server.ts';
import { pauseAfterWrongCode } from '../../wrongCode.server.ts';

type Event = Pick<RequestEvent, 'cookies' | 'url' | 'locals' | 'request' | 'params'>;

export const isSecure = ({ url }: Pick<Event, 'url'>): boolean => url.protocol === 'https:';

/** Asked in each load and each action. Whoever is signed in as staff is nobody here, too: the link alone counts. */
export async function herOf(event: Event): Promise<LinkActor> {
	const key = ownKeyOf(event.cookies, isSecure(event));
	return key ? herBy(key, event) : error(404);
}

/** A key that opens nothing waits, once there were many. */
export async function herBy(key: string, { locals }: Pick<Event, 'locals'>): Promise<LinkActor> {
	const her = await herByLink(key);
	if (her) return her;
	await pauseAfterWrongCode(locals.source);
	error(404);
}

type Deed = (raw: unknown, actor: LinkActor) => Promise<object>;

/** After a deed the page is asked for anew, so that nothing is sent twice. */
export async function done(event: Event, deed: Deed, to: string) {
	const actor = await herOf(event);
	const typed = fieldsOf(await event.request.formData());
	const outcome = await deed(typed, actor);
	if (isRefusal(outcome)) return failed(outcome, typed);
	redirect(303, `/${event.params.lang}/own${to}`);
}

const failed = (refusal: Refusal, typed: Record<string, string>) =>
	fail(statusOf(refusal), { refused: refusal.refused, faults: refusal.fields, typed });
