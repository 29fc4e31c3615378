import { error } from '@sveltejs/kit';
import { today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { languages } from '#lib/platform/i18n/catalogue.server.ts';
import { certificateFor } from '#lib/volunteers/index.server.ts';
import { yearSpan } from '#lib/volunteers/index.ts';
import { askedIn, paperOf } from '../../../../shifts/hours/door.server.ts';
import { hourWords, idIn, whoLeads } from '../../door.server.ts';
import type { PageServerLoad } from './$types';

/** Of one who helps in her organisation; in the language of whoever it is about, unless another one is chosen. */
export const load: PageServerLoad = async (event) => {
	const actor = whoLeads(event);
	const { searchParams } = event.url;
	const { span } = askedIn(searchParams, '');
	const of = { id: idIn(event.params.volunteer), ...(span ?? yearSpan(today().slice(0, 4))) };
	const found = await ground().db.transaction((tx) => certificateFor(tx, actor, of));
	if (!found) error(404);
	const asked = askedIn(searchParams, found.language);
	return {
		...hourWords(event.locals),
		...{ asked, name: found.chosenName },
		languages: languages().map(({ code, name }) => ({ id: code, name, lang: code })),
		papers: span ? await Promise.all(found.papers.map((one) => paperOf(one, asked.lang))) : [],
	};
};
