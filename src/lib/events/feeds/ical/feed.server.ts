import { sayIn } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { answerWith, type Call, keptFeed, refuse } from '../feed.server.ts';
import { chosen, type Shown, type Wanted } from '../shown.ts';
import { shownNow } from '../shown.server.ts';
import { wantedOf } from '../wanted.ts';
import { calendarFile, dateFile } from './calendar.ts';
import { WORDS } from './teller.ts';

const TYPE = {
	'content-type': 'text/calendar; charset=utf-8',
	'content-disposition': 'inline; filename="calendar.ics"',
};

/** A calendar to subscribe to; with `series` and `day` one date to take home. */
export async function answerCalendar({ request, url, lang }: Call): Promise<Response> {
	const wanted = wantedOf(url.searchParams);
	if (typeof wanted === 'string') return refuse(400, wanted);
	const shown = shownNow();
	const make = makerOf(shown, wanted, { lang, origin: url.origin });
	if (!make) return refuse(404, 'There is no such series or date.');
	const feed = await keptFeed(shown, JSON.stringify(['ics', wanted, lang, url.origin]), make);
	return answerWith(request, feed, TYPE);
}

function makerOf(shown: Shown, wanted: Wanted, { lang, origin }: { lang: string; origin: string }) {
	const { series, day } = wanted;
	if (series !== undefined && !shown.calendar.series.has(series)) return null;
	const dated = chosen(shown, wanted);
	const [only] = dated;
	const told = { shown, say: sayIn(lang, WORDS), lang, origin };
	if (day !== undefined) return series !== undefined && only ? () => dateFile(only, told) : null;
	return () => calendarFile(dated, nameOf(shown, wanted, lang), told);
}

function nameOf({ calendar, places }: Shown, { organisation, place, series }: Wanted, lang: string): string {
	const of = [
		calendar.series.get(series ?? '')?.names,
		calendar.organisations.get(organisation ?? '')?.names,
		places.get(place ?? '')?.names,
	];
	const named = of.flatMap((names) => (names ? [inLanguage(names, lang)] : []));
	return [sayIn(lang, WORDS)('events.list.title'), ...named].join(', ');
}
