import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { catalogue } from '#lib/content/index.server.ts';
import { organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';

/** Asked in the load and in each action: a guard in a layout protects no action. */
export function whoCalls({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): StaffActor {
	const actor = locals.staff;
	if (!actor) redirect(303, `/staff/sign-in?next=${encodeURIComponent(url.pathname)}`);
	if (organisationsWhere(actor, 'helpAtDesk').length === 0) error(403);
	return actor;
}

export function topicNames(lang: string): Record<string, string> {
	return Object.fromEntries(catalogue().topics.map(({ id, names }) => [id, inLanguage(names, lang)]));
}
