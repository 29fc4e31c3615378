import { structured } from '#lib/content/index.ts';
import type { ServicePoint } from '#lib/network/index.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import { IS_FREE } from '../cost.ts';
import type { Mode, Occurrence, Series } from '../event.ts';
import { datedOf, type View } from './calendar.ts';
import { aboutOf } from './series.ts';

/** What search engines read of one date. Undefined when there is none. */
export function dateStructured(view: View, seriesId: string, originalDay: string): string | undefined {
	const found = datedOf(view.calendar).find(
		({ date }) => date.seriesId === seriesId && date.originalDay === originalDay,
	);
	if (!found) return undefined;
	const { of, date } = found;
	return structured({
		'@type': 'Event',
		...sameIn(view, of, date.placeId),
		name: inLanguage(date.names ?? of.names, view.lang),
		...{ startDate: withOffset(date.startsAt, date), endDate: withOffset(date.endsAt, date) },
		...(date.planned.day !== date.day && { previousStartDate: date.planned.day }),
		eventStatus: `https://schema.org/${statusOf(date)}`,
		...attendance(view, date.mode, date.placeId),
		superEvent: { '@type': 'EventSeries', name: inLanguage(of.names, view.lang) },
	});
}

export function seriesStructured(view: View, id: string): string | undefined {
	const of = view.calendar.series.get(id);
	if (!of) return undefined;
	const dates = datedOf(view.calendar).filter(({ date }) => date.seriesId === id);
	const coming = dates.filter(({ date }) => date.state === 'planned' && date.endsAt > view.at).slice(0, SUB_EVENTS);
	return structured({
		'@type': 'EventSeries',
		...sameIn(view, of, of.placeId),
		name: inLanguage(of.names, view.lang),
		...{ startDate: of.from, endDate: of.until ?? undefined },
		...attendance(view, of.mode, of.placeId),
		subEvent: coming.map(({ date }) => ({
			'@type': 'Event',
			name: inLanguage(date.names ?? of.names, view.lang),
			startDate: withOffset(date.startsAt, date),
			isAccessibleForFree: IS_FREE,
			...attendance(view, date.mode, date.placeId),
		})),
	});
}

const SUB_EVENTS = 5;

function sameIn(view: View, of: Series, placeId: string | null): Record<string, unknown> {
	const { summary, organiser } = aboutOf(view, of, placeId);
	return {
		...{ description: summary, inLanguage: of.languages, isAccessibleForFree: IS_FREE },
		organizer: { '@type': 'Organization', name: organiser },
	};
}

function attendance({ places, lang }: View, mode: Mode, placeId: string | null): Record<string, unknown> {
	const place = places.find(({ id }) => id === placeId);
	const spot = place && mode !== 'online' ? [spotOf(place, lang)] : [];
	// The link is for those who come in, when it is time.
	const online = mode === 'on-site' ? [] : [{ '@type': 'VirtualLocation' }];
	return { eventAttendanceMode: `https://schema.org/${ATTENDANCE[mode]}`, location: [...spot, ...online] };
}

function spotOf({ names, municipality }: ServicePoint, lang: string): Record<string, unknown> {
	const address = { '@type': 'PostalAddress', addressLocality: inLanguage(municipality, 'fi'), addressCountry: 'FI' };
	return { '@type': 'Place', name: inLanguage(names, lang), address };
}

const ATTENDANCE: Record<Mode, string> = {
	'on-site': 'OfflineEventAttendanceMode',
	online: 'OnlineEventAttendanceMode',
	both: 'MixedEventAttendanceMode',
};

function statusOf({ state, planned, mode, day }: Occurrence): string {
	if (state === 'cancelled' || state === 'replaced') return 'EventCancelled';
	if (planned.mode !== mode && mode === 'online') return 'EventMovedOnline';
	return planned.day === day ? 'EventScheduled' : 'EventRescheduled';
}

/** The wall clock of the place, with how far it is from Greenwich on that day. */
function withOffset(moment: Date, { day, starts, startsAt }: Occurrence): string {
	const offset = (Date.parse(`${day}T${starts}:00Z`) - startsAt.getTime()) / 60_000;
	const wall = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, 19);
	const [sign, minutes] = [offset < 0 ? '-' : '+', Math.abs(offset)];
	const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');
	return `${wall}${sign}${two(minutes / 60)}:${two(minutes % 60)}`;
}
