import { planningBook } from '#lib/events/index.server.ts';
import { type Sheet, spanField } from '#lib/events/index.ts';
import { organisationsWhere, type StaffActor } from '#lib/identity/index.server.ts';
import { readOrganisations, readServicePoints } from '#lib/network/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage, type Texts } from '#lib/platform/i18n/say.ts';
import { projectsWithin } from '#lib/reports/index.server.ts';
import { currentPlan } from '#lib/reports/index.ts';
import { type Asking, whoMay } from '../whoMay.server.ts';

export const whoRuns = (event: Asking): StaffActor => whoMay(event, 'runEvents');
export const whoPlans = (event: Asking): StaffActor => whoMay(event, 'planEvents');
export const planningWords = (lang: string) => wordsOf(lang, ['planning', 'rule', 'site']);

export type Choice = { readonly id: string; readonly name: string };

/** The lines of plans under which her events may be counted, as `project/line`. */
export async function linesFor(actor: StaffActor, lang: string): Promise<Choice[]> {
	const own = organisationsWhere(actor, 'planEvents');
	const all = await projectsWithin(ground().db, actor);
	const living = all.filter(({ kind, organisation }) => kind !== 'reported' && own.includes(organisation));
	return living.flatMap((project) =>
		currentPlan(project).lines.map(({ id, names }) => ({
			id: `${project.id}/${id}`,
			name: `${inLanguage(names, lang)} · ${inLanguage(project.names, lang)}`,
		})),
	);
}

/** What the form of a series offers. */
export async function formBook(actor: StaffActor, lang: string, sheet: Sheet) {
	const { db } = ground();
	const { activities, breaks } = await planningBook(db, actor);
	const own = organisationsWhere(actor, 'planEvents');
	const organisations = (await readOrganisations(db)).map(named(lang));
	return {
		activities: activities.map(named(lang)),
		places: (await readServicePoints(db)).map(named(lang)),
		organisations: organisations.filter(({ id }) => own.includes(id)),
		partners: organisations,
		lines: await linesFor(actor, lang),
		breaks: spansOffered(
			breaks.map((one) => ({ field: spanField(one), name: inLanguage(one.names, lang), from: one.from, to: one.to })),
			sheet,
		),
	};
}
export type FormBook = Awaited<ReturnType<typeof formBook>>;

export async function placeNames(lang: string): Promise<Map<string, string>> {
	const places = await readServicePoints(ground().db);
	return new Map(places.map(({ id, names }) => [id, inLanguage(names, lang)]));
}

const named =
	(lang: string) =>
	({ id, names }: { id: string; names: Texts }): Choice => ({ id, name: inLanguage(names, lang) });

type Span = { readonly field: string; readonly name: string; readonly from: string; readonly to: string };

/** Breaks that are kept, and those that the series has besides. */
function spansOffered(kept: readonly Span[], sheet: Sheet): Span[] {
	const fields = Object.keys(sheet).filter((field) => /^span-[\d-]{10}_[\d-]{10}$/.test(field));
	const own = fields.filter((field) => !kept.some((one) => one.field === field));
	return [...kept, ...own.map((field) => ({ field, name: '', from: field.slice(5, 15), to: field.slice(16) }))];
}
