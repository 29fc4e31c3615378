import { type Dated, datedOf } from '../../public/calendar.ts';
import { type Run, runsOf } from '../shown.ts';
import type { Asked } from './asked.ts';
import { dateEvent, seriesEvent } from './event.ts';
import { audienceId, keywordId, keywordsOf, languagesOf } from './keyword.ts';
import { placeIdOf, placesOf } from './place.ts';
import { registrationsOf } from './registration.ts';
import { addressOf, dateId, eventId, type Kind, type Linked, type Site, SOURCE } from './site.ts';

/** The objects of a kind that are asked for: a page of them, with the way to those before and after. */
export function pageOf(site: Site, kind: Kind, { asked, query }: { asked: Asked; query: URLSearchParams }): Linked {
	const { page, page_size } = asked;
	const make = kind === 'event' ? eventsAsked(site, asked) : othersOf(site, kind).map((one) => () => one);
	const first = (page - 1) * page_size;
	const link = (to: number): string => {
		const next = new URLSearchParams(query);
		next.set('page', String(to));
		return `${addressOf(site, kind, '').replace(/\/\/$/, '/')}?${next}`;
	};
	return {
		meta: {
			count: make.length,
			next: first + page_size < make.length ? link(page + 1) : null,
			previous: page > 1 && first <= make.length ? link(page - 1) : null,
		},
		data: make.slice(first, first + page_size).map((one) => one()),
	};
}

/** One object; null when there is none. */
export function objectOf(site: Site, kind: Kind, id: string): Linked | null {
	if (kind !== 'event') return othersOf(site, kind).find((one) => String(one.id) === id) ?? null;
	const dated = datedOf(site.shown.calendar);
	const date = dated.find((one) => dateId(one.date) === id);
	if (date) return dateEvent(site, date);
	const run = runsOf(dated).find(({ of }) => eventId(of) === id);
	return run ? seriesEvent(site, run) : null;
}

function othersOf(site: Site, kind: Exclude<Kind, 'event'>): Linked[] {
	const all = { place: placesOf, keyword: keywordsOf, language: languagesOf, registration: registrationsOf };
	return all[kind](site);
}

/** Series first, each before its dates: whoever reads on knows what a date belongs to. */
function eventsAsked(site: Site, asked: Asked): (() => Linked)[] {
	const runs = runsOf(datedOf(site.shown.calendar));
	return runs.flatMap((run) => {
		const dates = run.dates.map((date) => ({ of: run.of, date })).filter((dated) => isDateAsked(dated, asked));
		const whole = isSeriesAsked(run, asked) ? [() => seriesEvent(site, run)] : [];
		return [...whole, ...dates.map((dated) => () => dateEvent(site, dated))];
	});
}

function isSeriesAsked({ of, dates }: Run, asked: Asked): boolean {
	return (
		[asked.super_event ?? ['none']].every((ids) => ids.includes('none')) &&
		(asked.super_event_type ?? ['recurring']).includes('recurring') &&
		dates.some((date) => isWithin({ of, date }, asked))
	);
}

function isDateAsked(dated: Dated, asked: Asked): boolean {
	return (
		(asked.super_event ?? [eventId(dated.of)]).includes(eventId(dated.of)) &&
		(asked.super_event_type ?? ['none']).includes('none') &&
		isWithin(dated, asked)
	);
}

function isWithin({ of, date }: Dated, { start, end, location, keyword, publisher, in_language }: Asked): boolean {
	return (
		(start === undefined || date.endsAt > start) &&
		(end === undefined || date.startsAt < end) &&
		(location === undefined || location.includes(placeIdOf(date) ?? '')) &&
		(keyword === undefined || [keywordId(of.activityId), audienceId(of.audience)].some((id) => keyword.includes(id))) &&
		(publisher === undefined || publisher.includes(`${SOURCE}:${of.organisationId}`)) &&
		(in_language === undefined || of.languages.some((code) => in_language.includes(code)))
	);
}
