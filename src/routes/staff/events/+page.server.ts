import { calendar, datesWithin, seriesWithin } from '#lib/events/index.server.ts';
import { organisationsWhere } from '#lib/identity/index.server.ts';
import { addDays, instantAt, now, today, weekdayOf } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { PageServerLoad } from './$types';
import { placeNames, planningWords, whoRuns } from './desk.server.ts';
import { shownDate, shownSeries } from './preview.server.ts';

const WEEKS = 4;
/** So long a date that nobody closed is asked for. */
const DAYS_TO_CLOSE = 120;

export const load: PageServerLoad = async (event) => {
	const actor = whoRuns(event);
	const { lang } = event.locals;
	const { db } = ground();
	const from = beginning(event.url.searchParams.get('from'));
	const to = addDays(from, 7 * WEEKS);
	const places = await placeNames(lang);
	const shown = {
		activity: event.url.searchParams.get('activity') ?? '',
		place: event.url.searchParams.get('place') ?? '',
	};
	const all = await datesWithin(db, actor, { from: instantAt(from, '00:00'), to: instantAt(to, '00:00') });
	const wanted = all.filter(
		({ row, of }) => isWanted(shown.activity, of.activityId) && isWanted(shown.place, row.placeId),
	);
	const past = await datesWithin(db, actor, { from: instantAt(today(-DAYS_TO_CLOSE), '00:00'), to: now() });
	return {
		words: planningWords(lang),
		...{ from, shown, today: today(), earlier: addDays(from, -7 * WEEKS), later: to },
		mayPlan: organisationsWhere(actor, 'planEvents').length > 0,
		days: byDay(wanted.map((one) => shownDate(one, lang, places))),
		toClose: past
			.filter(({ row, of }) => row.state === 'planned' && row.endsAt < now() && of.state !== 'draft')
			.map((one) => shownDate(one, lang, places))
			.reverse(),
		series: (await seriesWithin(db, actor))
			.filter(({ state, until }) => state === 'draft' || (state === 'public' && (until === null || until >= today())))
			.map((of) => shownSeries(of, lang)),
		activities: [...calendar().activities.values()].map(({ id, names }) => ({ id, name: inLanguage(names, lang) })),
		places: [...new Set(all.flatMap(({ row }) => row.placeId ?? []))].map((id) => ({ id, name: places.get(id) ?? '' })),
	};
};

const isWanted = (asked: string, is: string | null): boolean => asked === '' || asked === is;

/** The Monday of the week that is asked for, else of this one. */
function beginning(asked: string | null): string {
	const day = asked && /^20\d{2}-[01]\d-[0-3]\d$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : today();
	return addDays(day, 1 - weekdayOf(day));
}

function byDay<One extends { readonly day: string }>(all: readonly One[]): { day: string; dates: One[] }[] {
	const days = new Map<string, One[]>();
	for (const one of all) days.set(one.day, [...(days.get(one.day) ?? []), one]);
	return [...days].map(([day, dates]) => ({ day, dates }));
}
