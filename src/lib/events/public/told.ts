import { inLanguage, otherLanguage } from '#lib/platform/i18n/say.ts';
import type { Cause, Mode, OccurrenceState, Planned } from '../event.ts';
import type { Dated, View } from './calendar.ts';
import { type Stage, stageOf } from './moments.ts';

export type PlaceTold = { readonly id: string; readonly name: string; readonly municipality: string };

/** What is different from how it was planned, in the order in which it matters. */
export type Different =
	| { readonly what: 'time'; readonly day: string; readonly starts: string; readonly minutes: number }
	| { readonly what: 'mode'; readonly mode: Mode }
	| { readonly what: 'place'; readonly name: string };

/** How one takes part: `line` is to wait for a seat; `no` where nothing is to come, or nobody is let in any more. */
export type Entrance = 'come' | 'register' | 'line' | 'no';

/** One date as a list shows it, its texts already in the reader's language. */
export type DateTold = {
	readonly href: string;
	readonly name: string;
	/** Where there is no name in the reader's language. */
	readonly nameLang: string | undefined;
	readonly day: string;
	readonly starts: string;
	readonly minutes: number;
	readonly mode: Mode;
	readonly place: PlaceTold | null;
	readonly languages: readonly string[];
	readonly state: OccurrenceState;
	readonly stage: Stage;
	readonly different: readonly Different[];
	readonly cause: Cause | null;
	/** Why, in somebody's own words; empty when there are none. */
	readonly reason: string;
	readonly notice: string;
	readonly entrance: Entrance;
};

export function dateTold(view: View, { of, date }: Dated): DateTold {
	const { lang } = view;
	return {
		href: addressOfDate(lang, date),
		name: inLanguage(date.names ?? of.names, lang),
		nameLang: otherLanguage(date.names ?? of.names, lang),
		...{ day: date.day, starts: date.starts, minutes: date.minutes },
		...{ mode: date.mode, place: placeTold(view, date.placeId), languages: of.languages },
		...{ state: date.state, stage: stageOf(date, view.at), different: differentOf(view, { of, date }) },
		...{ cause: date.cause, reason: inLanguage(date.reason ?? {}, lang), notice: inLanguage(date.notice ?? {}, lang) },
		entrance: entranceOf(view, { of, date }),
	};
}

export function placeTold({ places, lang }: Pick<View, 'places' | 'lang'>, id: string | null): PlaceTold | null {
	const place = places.find((one) => one.id === id);
	if (!place) return null;
	const municipality = place.nationwide ? '' : inLanguage(place.municipality, lang);
	return { id: place.id, name: inLanguage(place.names, lang), municipality };
}

export function addressOfDate(lang: string, date: { readonly seriesId: string; readonly originalDay: string }): string {
	return `${addressOfSeries(lang, date.seriesId)}/${date.originalDay}`;
}

export const addressOfSeries = (lang: string, id: string): string => `/${lang}/events/${id}`;

/** Those who were told of a day, a place or a way to take part are told when it is another one. */
function differentOf(view: View, { date }: Dated): Different[] {
	const { planned } = date;
	const isOtherTime = planned.day !== date.day || planned.starts !== date.starts;
	const before = placeTold(view, planned.placeId);
	const isOtherPlace = before !== null && date.mode !== 'online' && planned.placeId !== date.placeId;
	return [
		...(isOtherTime ? [{ what: 'time' as const, ...whenOf(planned) }] : []),
		...(planned.mode === date.mode ? [] : [{ what: 'mode' as const, mode: date.mode }]),
		...(isOtherPlace ? [{ what: 'place' as const, name: before.name }] : []),
	];
}

function entranceOf({ at }: View, { of, date }: Dated): Entrance {
	const stage = stageOf(date, at);
	if (date.state !== 'planned' || stage === 'over') return 'no';
	if (!of.takesRegistration) return 'come';
	if (stage === 'running') return 'no';
	return date.isFull ? 'line' : 'register';
}

const whenOf = ({ day, starts, minutes }: Planned) => ({ day, starts, minutes });
