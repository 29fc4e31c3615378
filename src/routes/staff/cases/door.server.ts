import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { desksOf } from '#lib/cases/index.server.ts';
import { organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';

/** Asked in each load and each action: a guard in a layout protects no action. */
export function whoHelps({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): StaffActor {
	const actor = locals.staff;
	if (!actor) redirect(303, `/staff/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
	if (organisationsWhere(actor, 'helpAtDesk').length === 0) error(403);
	return actor;
}

/** What every page of cases needs to speak. */
export const spokenBy = ({ lang }: App.Locals) => ({ lang, words: wordsOf(lang, ['contact', 'cases', 'site']) });

/** The desks at which she helps, as she reads them. */
export async function desksFor(actor: StaffActor, lang: string) {
	const own = await desksOf(ground().db, organisationsWhere(actor, 'helpAtDesk'));
	return own.map(({ id, organisationId, names }) => ({ id, organisationId, name: inLanguage(names, lang) }));
}

/** What is no id at all is not there. */
export function idIn({ id = '' }: Partial<Record<string, string>>): string {
	if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) error(404);
	return id;
}
