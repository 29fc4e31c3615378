import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { Dated } from '../../public/calendar.ts';
import type { Shown } from '../shown.ts';
import { type Cell, day, type Table } from '../table/table.ts';

/** What stands in each column, by the name of the column. */
export type Row = Readonly<Record<string, Cell>>;

export type Telling = { readonly shown: Pick<Shown, 'calendar' | 'places'>; readonly languages: readonly string[] };

/** A date as a row: no name of anybody, nothing that the public pages do not show. */
export function rowOf({ of, date }: Dated, { shown, languages }: Telling): Row {
	const { calendar, places } = shown;
	const names = date.names ?? of.names;
	const place = date.mode === 'online' ? undefined : places.get(date.placeId ?? '');
	return {
		...{ series: of.id, original_day: day(date.originalDay), state: date.state },
		...{ day: day(date.day), starts: date.starts, minutes: date.minutes },
		...Object.fromEntries(languages.map((lang) => [`name_${lang}`, names[lang] ?? ''])),
		...{ activity: of.activityId, mode: date.mode, place: place?.id ?? '', place_name: inLanguage(place?.names, 'fi') },
		...{ municipality_code: place?.municipalityCode ?? '', municipality: inLanguage(place?.municipality, 'fi') },
		...{ languages: of.languages.join('|'), audience: of.audience },
		...{ registration: of.takesRegistration ? 'yes' : 'no', capacity: date.capacity },
		...{ organisation: of.organisationId, partners: of.partnerIds.join('|') },
		organisation_name: inLanguage(calendar.organisations.get(of.organisationId)?.names, 'fi'),
	};
}

/** With these columns, also when there is no row. */
export function tableOf(columns: readonly string[], rows: readonly Row[]): Table {
	return { head: columns, rows: rows.map((row) => columns.map((name) => row[name] ?? null)) };
}

export function columnsOf(languages: readonly string[]): string[] {
	return [
		...['series', 'original_day', 'state', 'day', 'starts', 'minutes', ...languages.map((lang) => `name_${lang}`)],
		...['activity', 'mode', 'place', 'place_name', 'municipality_code', 'municipality', 'languages', 'audience'],
		...['registration', 'capacity', 'organisation', 'organisation_name', 'partners'],
	];
}
