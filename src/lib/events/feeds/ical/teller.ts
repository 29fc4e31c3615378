import { inLanguage, type Say } from '#lib/platform/i18n/say.ts';
import type { Occurrence, Series } from '../../event.ts';
import { entranceSaid, languageLine, newsOf, whenOf } from '../../public/said.ts';
import { dateTold } from '../../public/told.ts';
import type { Shown } from '../shown.ts';
import { venueLine } from '../venue.ts';
import { type Property, text } from './jcal.ts';

/** What is told of a series and of a date in a calendar file, in one language. */
export type Teller = {
	/** Of the whole series, or of a date that stands by itself. */
	readonly uid: (of: Series, date?: Occurrence) => string;
	readonly series: (of: Series) => Property[];
	readonly date: (of: Series, date: Occurrence) => Property[];
};

export type Told = {
	readonly shown: Shown;
	/** With the words of `WORDS`. */
	readonly say: Say;
	readonly lang: string;
	readonly origin: string;
};

/** Areas of `messages/`. */
export const WORDS = ['feeds', 'events', 'rule', 'content'];

export function tellerOf(told: Told): Teller {
	return {
		uid: (of, date) => `${of.id}${date ? `.${date.originalDay}` : ''}@${new URL(told.origin).hostname}`,
		series: (of) => properties(told, { of, path: of.id, title: inLanguage(of.names, told.lang), where: of, more: [] }),
		date: (of, date) =>
			properties(told, {
				...{ of, path: `${of.id}/${date.originalDay}`, title: titleOf(told, of, date), where: date },
				more: newsOfDate(told, of, date),
			}),
	};
}

type What = {
	readonly of: Series;
	readonly path: string;
	readonly title: string;
	readonly where: Pick<Series, 'mode' | 'placeId'>;
	readonly more: readonly string[];
};

function properties(told: Told, { of, path, title, where, more }: What): Property[] {
	const { lang, shown } = told;
	const url = `${told.origin}/${lang}/events/${path}`;
	const activity = shown.calendar.activities.get(of.activityId);
	const location = locationOf(told, where);
	return [
		text('summary', title, lang),
		text('description', [...more, ...aboutOf(told, of, url)].join('\n'), lang),
		...(location ? [text('location', location, lang)] : []),
		...geoOf(told, where),
		...(activity ? [text('categories', inLanguage(activity.names, lang), lang)] : []),
		['url', {}, 'uri', url],
	];
}

function titleOf({ say, lang }: Told, of: Series, { names, state }: Occurrence): string {
	const title = inLanguage(names ?? of.names, lang);
	return ['cancelled', 'replaced'].includes(state) ? say('feeds.ics.off', { title }) : title;
}

function locationOf({ say, shown, lang }: Told, { mode, placeId }: What['where']): string {
	const place = placeId === null ? undefined : shown.places.get(placeId);
	const venue = place && mode !== 'online' ? [venueLine(place, lang)] : [];
	return [...venue, ...(mode === 'on-site' ? [] : [say(`events.how.${mode}`)])].join('; ');
}

function geoOf({ shown }: Told, { mode, placeId }: What['where']): Property[] {
	const point = mode === 'online' ? undefined : shown.places.get(placeId ?? '')?.point;
	return point ? [['geo', {}, 'float', [point.lat, point.lon]]] : [];
}

/** What is different this time comes first. Nothing of it may hang on the moment at which it is asked. */
function newsOfDate(told: Told, of: Series, date: Occurrence): string[] {
	const { say, lang, shown } = told;
	const view = { calendar: shown.calendar, places: [...shown.places.values()], lang, at: BEFORE };
	const instead = shown.calendar.occurrences.find(({ id }) => id === date.replacedBy);
	return [
		...newsOf(say, dateTold(view, { of, date })),
		...(instead ? [`${say('events.date.instead')} ${whenOf(say, instead, date.day)}`] : []),
		...(date.notice ? [inLanguage(date.notice, lang)] : []),
	];
}

const BEFORE = new Date(0);

function aboutOf({ say, lang, shown }: Told, of: Series, url: string): string[] {
	const { languages } = of;
	const isMadeUp = shown.calendar.organisations.get(of.organisationId)?.isDemonstration ?? false;
	return [
		...(isMadeUp ? [say('events.series.madeUp')] : []),
		inLanguage(of.summary, lang),
		...(languages.length > 0 ? [languageLine(say, languages)] : []),
		entranceSaid(say, of),
		url,
	];
}
