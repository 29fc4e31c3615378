import { ground } from '#lib/platform/ground.server.ts';
import { languages } from '#lib/platform/i18n/catalogue.server.ts';
import { certificatesOf } from '#lib/volunteers/index.server.ts';
import { whoMay } from '../../../whoMay.server.ts';
import { askedIn, hourWords, paperOf } from '../door.server.ts';
import type { PageServerLoad } from './$types';

/** Her own, one paper for each organisation. */
export const load: PageServerLoad = async (event) => {
	const actor = whoMay(event, 'useShifts');
	const asked = askedIn(event.url.searchParams, actor.language);
	const found = asked.span ? await certificatesOf(ground().db, actor, asked.span) : [];
	return {
		...hourWords(event.locals),
		asked,
		languages: languages().map(({ code, name }) => ({ id: code, name, lang: code })),
		papers: await Promise.all(found.map((one) => paperOf(one, asked.lang))),
	};
};
