import { addDays, dayOf } from '#lib/platform/clock.ts';
import { inLanguage, otherLanguage } from '#lib/platform/i18n/say.ts';
import type { ServicePoint } from '#lib/network/index.ts';
import type { Audience, Mode, Series } from '../event.ts';
import { type Dated, datedOf, type View } from './calendar.ts';
import { isMadeUp } from './coming.ts';
import { stageOf } from './moments.ts';
import { addressOfSeries, type DateTold, dateTold } from './told.ts';

/** What is the same on each of its dates. */
export type About = {
	readonly id: string;
	readonly href: string;
	readonly name: string;
	readonly summary: string;
	/** Where they are not there in the reader's language. */
	readonly nameLang: string | undefined;
	readonly summaryLang: string | undefined;
	readonly activity: string;
	readonly audience: Audience;
	readonly languages: readonly string[];
	readonly mode: Mode;
	readonly place: ServicePoint | null;
	readonly organiser: string;
	readonly partners: readonly string[];
	readonly takesRegistration: boolean;
	readonly slotMinutes: number | null;
	readonly isMadeUp: boolean;
};

export type SeriesPage = {
	readonly about: About;
	/** By which its wording is made. */
	readonly course: Pick<Series, 'rule' | 'from' | 'until' | 'times' | 'skip' | 'starts' | 'minutes'>;
	readonly next: readonly DateTold[];
	readonly later: readonly DateTold[];
	/** The newest first. */
	readonly past: readonly DateTold[];
	/** Where it goes on, with other days or another place. */
	readonly continued: { readonly href: string; readonly name: string } | null;
};

const NEXT = 5;
const PAST = 12;
/** A date that was called off is told of for so long. */
export const DAYS_CANCELLED_SHOWN = 30;

export function seriesPage(view: View, id: string): SeriesPage | undefined {
	const of = view.calendar.series.get(id);
	if (!of) return undefined;
	const dates = datedOf(view.calendar).filter(({ date }) => date.seriesId === id);
	const ahead = dates.filter(({ date }) => stageOf(date, view.at) !== 'over').map((one) => dateTold(view, one));
	const past = dates.filter((one) => isPastAndShown(view, one)).map((one) => dateTold(view, one));
	const after = [...view.calendar.series.values()].find(({ previousId }) => previousId === id);
	const { rule, from, until, times, skip, starts, minutes } = of;
	return {
		about: aboutOf(view, of, ahead[0]?.place?.id ?? of.placeId),
		course: { rule, from, until, times, skip, starts, minutes },
		next: ahead.slice(0, NEXT),
		later: ahead.slice(NEXT),
		past: past.reverse().slice(0, PAST),
		continued: after ? { href: addressOfSeries(view.lang, after.id), name: inLanguage(after.names, view.lang) } : null,
	};
}

export function aboutOf(view: View, of: Series, placeId: string | null): About {
	const { calendar, places, lang } = view;
	const nameOf = (id: string): string => inLanguage(calendar.organisations.get(id)?.names, lang);
	return {
		...{ id: of.id, href: addressOfSeries(lang, of.id) },
		...{ name: inLanguage(of.names, lang), summary: inLanguage(of.summary, lang) },
		...{ nameLang: otherLanguage(of.names, lang), summaryLang: otherLanguage(of.summary, lang) },
		activity: inLanguage(calendar.activities.get(of.activityId)?.names, lang),
		...{ audience: of.audience, languages: of.languages, mode: of.mode },
		place: places.find(({ id }) => id === placeId) ?? null,
		organiser: nameOf(of.organisationId),
		partners: of.partnerIds.map(nameOf).filter((name) => name !== ''),
		...{ takesRegistration: of.takesRegistration, slotMinutes: of.slotMinutes },
		isMadeUp: isMadeUp(view, { of }),
	};
}

/** What was called off is told of for a month, so that whoever came in vain learns why. */
export function isPastAndShown({ at }: View, { date }: Dated): boolean {
	if (stageOf(date, at) !== 'over') return false;
	if (date.state !== 'cancelled') return true;
	return addDays(date.day, DAYS_CANCELLED_SHOWN) >= dayOf(at);
}
