import { error } from '@sveltejs/kit';
import { peopleOf } from '#lib/events/index.server.ts';
import { readOrganisations } from '#lib/network/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { languageOf, languages, wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { headOf, idIn, spokenBy, whoRuns } from '../../door.server.ts';
import type { PageServerLoad } from './$types';
import { isPaper } from './papers.ts';

/** Papers of a date, in large print: for the door, for counting, to take home. */
export const load: PageServerLoad = async (event) => {
	const actor = whoRuns(event);
	const { lang } = event.locals;
	const id = idIn(event.params.date);
	const found = await ground().db.transaction((tx) => peopleOf(tx, actor, id));
	if (!found) error(404);
	const wanted = event.url.searchParams.get('paper') ?? '';
	const { code, dir } = languageOf(event.url.searchParams.get('in') ?? lang);
	return {
		...spokenBy(event.locals),
		...{ head: await headOf(found, lang), languages: languages(), wanted: isPaper(wanted) ? wanted : null },
		paper: {
			...{ lang: code, dir, words: wordsOf(code, ['people', 'headcount', 'site']), head: await headOf(found, code) },
			organiser: await organiserOf(found.series.organisationId, code),
			helpIn: found.series.languages,
			coming: wanted === 'sign-in' ? found.coming.map(onPaper) : [],
		},
	};
};

/** No number, no need, no language: only what is asked at the door. */
const onPaper = ({
	ticket,
	name,
	seats,
	startsAt,
}: {
	ticket: number;
	name: string;
	seats: number;
	startsAt: Date | null;
}) => ({
	...{ ticket, name, seats, startsAt },
});

async function organiserOf(id: string, lang: string): Promise<string> {
	const found = (await readOrganisations(ground().db)).find((one) => one.id === id);
	return inLanguage(found?.names, lang);
}
