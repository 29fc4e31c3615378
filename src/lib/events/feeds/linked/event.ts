import { xmlText } from '#lib/platform/http/xml.ts';
import { inLanguage, type Texts } from '#lib/platform/i18n/say.ts';
import { IS_FREE } from '../../cost.ts';
import type { Occurrence, Series } from '../../event.ts';
import type { Dated } from '../../public/calendar.ts';
import type { Run } from '../shown.ts';
import { audienceId, keywordId } from './keyword.ts';
import { placeIdOf } from './place.ts';
import { registrationIdOf, takesRegistration } from './registration.ts';
import {
	addressOf,
	dateId,
	eventId,
	identity,
	inEach,
	type Linked,
	reference,
	type Site,
	SOURCE,
	utcOf,
} from './site.ts';

/** A series: what Linked Events calls a super event, with an event for each of its dates. */
export function seriesEvent(site: Site, { of, dates }: Run): Linked {
	const inTime = dates.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
	return {
		...identity(site, 'event', { id: eventId(of), type: 'Event/LinkedEvent' }),
		...about(site, of, { names: of.names, more: [], path: of.id, where: of }),
		...status('EventScheduled'),
		...times(inTime[0]?.startsAt, inTime.at(-1)?.endsAt),
		...{ super_event: null, super_event_type: 'recurring' },
		sub_events: inTime.map((date) => reference(site, 'event', dateId(date))),
		...capacity(null),
		...{ registration: null, ...traces(of.changedAt), replaced_by: null },
	};
}

export function dateEvent(site: Site, { of, date }: Dated): Linked {
	const { names, notice, reason, originalDay } = date;
	const more = [reason, notice].flatMap((texts) => (texts ? [texts] : []));
	return {
		...identity(site, 'event', { id: dateId(date), type: 'Event/LinkedEvent' }),
		...about(site, of, { names: names ?? of.names, more, path: `${of.id}/${originalDay}`, where: date }),
		...status(statusOf(date)),
		...times(date.startsAt, date.endsAt),
		...{ super_event: reference(site, 'event', eventId(of)), super_event_type: null, sub_events: [] },
		...capacity(of.takesRegistration ? date.capacity : null),
		registration: takesRegistration({ of, date }) ? reference(site, 'registration', registrationIdOf(date)) : null,
		...traces(date.changedAt),
		replaced_by: replacementOf(site, date),
	};
}

type What = { names: Texts; more: readonly Texts[]; path: string; where: Pick<Series, 'mode' | 'placeId'> };

function about(site: Site, of: Series, { names, more, path, where }: What): Linked {
	const { calendar, places } = site.shown;
	const place = placeIdOf(where);
	const room = where.mode === 'online' ? undefined : places.get(where.placeId ?? '')?.room;
	const paragraphs = (lang: string): string[] => [...more, of.summary].map((texts) => inLanguage(texts, lang));
	return {
		...{ type_id: 'General', data_source: SOURCE, publisher: `${SOURCE}:${of.organisationId}` },
		...{ name: names, short_description: of.summary },
		description: inEach(site, (lang) =>
			paragraphs(lang)
				.map((text) => `<p>${xmlText(text)}</p>`)
				.join(''),
		),
		provider: calendar.organisations.get(of.organisationId)?.names ?? null,
		provider_contact_info: null,
		info_url: inEach(site, (lang) => `${site.origin}/${lang}/events/${path}`),
		location: place === null ? null : reference(site, 'place', place),
		location_extra_info: room ?? null,
		keywords: [reference(site, 'keyword', keywordId(of.activityId))],
		audience: of.audience === 'open' ? [] : [reference(site, 'keyword', audienceId(of.audience))],
		in_language: of.languages.map((code) => reference(site, 'language', code)),
		offers: [{ is_free: IS_FREE, price: null, info_url: null, description: null }],
		...{ external_links: [], images: [], videos: [] },
	};
}

/** Whoever was told of another time is told that it is another one. */
function statusOf({ state, day, starts, planned }: Occurrence): string {
	if (state === 'cancelled' || state === 'replaced') return 'EventCancelled';
	return day !== planned.day || starts !== planned.starts ? 'EventRescheduled' : 'EventScheduled';
}

const status = (event_status: string): Linked => ({ event_status, publication_status: 'public' });

function times(from: Date | undefined, to: Date | undefined): Linked {
	const [start_time, end_time] = [from, to].map((moment) => (moment ? utcOf(moment) : null));
	return { start_time, end_time, has_start_time: from !== undefined, has_end_time: to !== undefined };
}

function capacity(maximum: number | null): Linked {
	return {
		...{ audience_min_age: null, audience_max_age: null, minimum_attendee_capacity: null },
		...{ maximum_attendee_capacity: maximum, enrolment_start_time: null, enrolment_end_time: null },
	};
}

function traces(changedAt: Date): Linked {
	return {
		...{ environment: null, custom_data: null, deleted: false },
		...{ created_time: null, last_modified_time: utcOf(changedAt), date_published: null },
	};
}

function replacementOf(site: Site, { replacedBy }: Occurrence): string | null {
	const instead = site.shown.calendar.occurrences.find(({ id }) => id === replacedBy);
	return instead ? addressOf(site, 'event', dateId(instead)) : null;
}
