import { isCalendarDay } from '#lib/events/index.ts';
import { addDays, dayOf, today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { wordsOf } from '#lib/platform/i18n/catalogue.server.ts';
import { inLanguage, type Texts } from '#lib/platform/i18n/say.ts';
import { countToTell, daysFrom, mondayOf, plotOf, weekFor } from '#lib/volunteers/index.server.ts';
import { house } from '../../../../house.server.ts';
import { carriedWays } from '../../../../telling.server.ts';
import { whoMay } from '../../whoMay.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = whoMay(event, 'leadVolunteers');
	const { lang } = event.locals;
	const asked = event.url.searchParams.get('from') ?? '';
	const week = await weekFor(ground().db, actor, isCalendarDay(asked) ? asked : today());
	const named = <Shift extends { names: Texts; place?: Texts | null }>({ names, place, ...shift }: Shift) => ({
		...{ ...shift, name: inLanguage(names, lang), place: place ? inLanguage(place, lang) : '' },
	});
	const days = daysFrom(week.monday);
	return {
		...{
			lang,
			words: wordsOf(lang, ['rota', 'rule', 'hours', 'taking']),
			days,
			isNow: week.monday === mondayOf(today()),
		},
		toTell: await countToTell(actor, carriedWays(house().settings)),
		...{ previous: addDays(week.monday, -7), next: addDays(week.monday, 7), plot: plotOf(week.shifts, days) },
		...{ ...week, shifts: week.shifts.map(named) },
		toAnswer: week.toAnswer.map(({ shift, until, ...one }) => ({
			...{ ...one, shift: named(shift), until: until && dayOf(until) },
		})),
	};
};
