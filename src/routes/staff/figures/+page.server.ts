import { error, redirect } from '@sveltejs/kit';
import { organisationsWhere } from '#lib/identity/index.server.ts';
import { readOrganisations } from '#lib/network/index.server.ts';
import { today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { type Period, periodOf, periodsFor } from '#lib/reports/index.server.ts';
import type { PageServerLoad } from './$types';
import { figuresFor, standing } from './figures.server.ts';

/** Exact figures of one organisation at a time; another one's are not there. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { staff, lang } = locals;
	if (!staff) redirect(303, `/staff/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
	const own = organisationsWhere(staff, 'seeFigures');
	if (own.length === 0) error(403);
	const organisationId = url.searchParams.get('organisation') ?? own[0] ?? '';
	if (!own.includes(organisationId)) error(404);
	const period = periodIn(url.searchParams);
	const names = await namesOf(own, lang);
	return {
		...{ lang, words: wordsOf(lang, ['figures', 'reports', 'cases', 'site']) },
		...{ period: period.code, periods: periodsFor(today()).map(({ code }) => code) },
		...{
			organisationId,
			organisations: names,
			organisation: names.find(({ id }) => id === organisationId)?.name ?? '',
		},
		now: await standing(organisationId),
		...(await figuresFor(organisationId, period, lang)),
	};
};

function periodIn(query: URLSearchParams): Period {
	const asked = query.get('period');
	return periodOf(asked ?? today().slice(0, 7)) ?? error(404);
}

async function namesOf(ids: readonly string[], lang: string) {
	const organisations = await readOrganisations(ground().db);
	return organisations
		.filter(({ id }) => ids.includes(id))
		.map(({ id, names }) => ({ id, name: inLanguage(names, lang) }));
}
