import { catalogue } from '#lib/content/index.server.ts';
import { calendar } from '#lib/events/index.server.ts';
import { organisationsWhere } from '#lib/identity/index.server.ts';
import { today } from '#lib/platform/clock.ts';
import { type Language, languages, sayIn, wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { whoMay } from '../../whoMay.server.ts';
import type { PageServerLoad } from './$types';

/** Addresses for others: calendars to subscribe to, tables, the list for a partner's page. */
export const load: PageServerLoad = (event) => {
	const actor = whoMay(event, 'runEvents');
	const { lang } = event.locals;
	const own = organisationsWhere(actor, 'runEvents');
	const figures = organisationsWhere(actor, 'seeFigures');
	const { series, occurrences, organisations } = calendar();
	const ahead = occurrences.filter(({ day, seriesId }) => {
		return day >= today() && own.includes(series.get(seriesId)?.organisationId ?? '');
	});
	const where = new Set(ahead.map(({ placeId }) => placeId));
	const year = today().slice(0, 4);
	return {
		...{ lang, origin: event.url.origin, words: wordsOf(lang, ['feeds', 'site']) },
		...{ from: `${year}-01-01`, to: `${year}-12-31`, codes: languages().map(inItself) },
		organisations: own.map((id) => ({
			...{ id, name: inLanguage(organisations.get(id)?.names, lang) || id, seesFigures: figures.includes(id) },
		})),
		places: catalogue()
			.places.filter(({ id }) => where.has(id))
			.map(({ id, names }) => ({ id, name: inLanguage(names, lang) })),
	};
};

/** A list in a language has its title in that language. */
function inItself({ code, name }: Language) {
	return { code, name, title: sayIn(code, ['events'])('events.list.title') };
}
