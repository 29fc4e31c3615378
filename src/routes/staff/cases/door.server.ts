import { error } from '@sveltejs/kit';
import { organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { isId } from '#lib/platform/id.ts';
import { desksOf } from '#lib/network/index.server.ts';
import { type Asking, whoMay } from '../whoMay.server.ts';

export const whoHelps = (event: Asking): StaffActor => whoMay(event, 'helpAtDesk');

/** What every page of cases needs to speak. */
export const spokenBy = ({ lang }: App.Locals) => ({ lang, words: wordsOf(lang, ['contact', 'cases', 'site']) });

/** The desks at which she helps, as she reads them. */
export async function desksFor(actor: StaffActor, lang: string) {
	const own = await desksOf(ground().db, organisationsWhere(actor, 'helpAtDesk'));
	return own.map(({ id, organisationId, names }) => ({ id, organisationId, name: inLanguage(names, lang) }));
}

/** What is no id at all is not there. */
export function idIn({ id = '' }: Partial<Record<string, string>>): string {
	if (!isId(id)) error(404);
	return id;
}
