import { error } from '@sveltejs/kit';
import { qrOf } from '#lib/content/index.server.ts';
import { slipOf } from '#lib/events/index.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { languageOf, wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { headOf, idIn, spokenBy, whoRuns } from '../../../door.server.ts';
import type { PageServerLoad } from './$types';

/** What somebody takes home: ticket, code, when and where, in her language and in large letters. */
export const load: PageServerLoad = async (event) => {
	const actor = whoRuns(event);
	const asked = { date: idIn(event.params.date), id: idIn(event.params.id) };
	const found = await ground().db.transaction((tx) => slipOf(tx, actor, asked));
	if (!found) error(404);
	const { code: lang, dir } = languageOf(found.person.language);
	const page = `/${lang}/registration`;
	return {
		...spokenBy(event.locals),
		...{ id: found.person.id, date: asked.date, state: found.person.state },
		isBooked: event.url.searchParams.has('booked'),
		slip: {
			...{ head: await headOf(found, lang), lang, dir, words: wordsOf(lang, ['people', 'site']) },
			...{ ticket: found.person.ticket, seats: found.person.seats, startsAt: found.person.startsAt },
			...{ code: found.code, isWaiting: found.person.state === 'waiting' },
			// The bare address: a picture with the code in it would open her registration to every camera.
			...{ address: event.url.host + page, qr: qrOf(event.url.origin + page) },
		},
	};
};
