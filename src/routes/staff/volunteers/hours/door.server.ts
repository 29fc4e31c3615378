import { error } from '@sveltejs/kit';
import { organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { isId } from '#lib/platform/id.ts';
import { projects } from '#lib/reports/index.server.ts';
import { currentPlan } from '#lib/reports/index.ts';
import { type Asking, whoMay } from '../../whoMay.server.ts';

export const whoConfirms = (event: Asking): StaffActor => whoMay(event, 'confirmHours');
export const whoLeads = (event: Asking): StaffActor => whoMay(event, 'leadVolunteers');

export const hourWords = ({ lang }: App.Locals) => ({ lang, words: wordsOf(lang, ['hours', 'site']) });

/** What is no id at all is not there. */
export function idIn(id: string): string {
	if (!isId(id)) error(404);
	return id;
}

/** Lines of the running plans of her organisations, as `project/line`. */
export async function linesFor(actor: StaffActor, lang: string): Promise<{ id: string; name: string }[]> {
	const own = organisationsWhere(actor, 'confirmHours');
	const running = (await projects(ground().db)).filter(
		({ kind, organisation }) => kind === 'running' && own.includes(organisation),
	);
	return running.flatMap((project) =>
		currentPlan(project).lines.map(({ id, names }) => ({
			id: `${project.id}/${id}`,
			name: `${inLanguage(names, lang)} · ${inLanguage(project.names, lang)}`,
		})),
	);
}

/** Which of the organisations that she leads an address asks for: the first one, or another of hers. */
export function organisationIn(actor: StaffActor, query: URLSearchParams): { organisationId: string; own: string[] } {
	const own = organisationsWhere(actor, 'leadVolunteers');
	const organisationId = query.get('organisation') ?? own[0] ?? '';
	if (!own.includes(organisationId)) error(404);
	return { organisationId, own };
}
