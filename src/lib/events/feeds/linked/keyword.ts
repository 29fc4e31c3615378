import type { Texts } from '#lib/platform/i18n/say.ts';
import { AUDIENCES, type Audience, type Series } from '../../event.ts';
import { identity, inEach, type Linked, type Site, SOURCE } from './site.ts';

export const keywordId = (activity: string): string => `${SOURCE}:${activity}`;
export const audienceId = (audience: Audience): string => `${SOURCE}:for:${audience}`;

/** What an event is, and for whom. */
export function keywordsOf(site: Site): Linked[] {
	const { activities } = site.shown.calendar;
	const kinds = [...activities.values()].map(({ id, names }) =>
		keyword(site, { id: keywordId(id), names, of: ({ activityId }) => activityId === id }),
	);
	const audiences = AUDIENCES.filter((audience) => audience !== 'open').map((audience) =>
		keyword(site, {
			id: audienceId(audience),
			names: site.words(`events.audience.${audience}`),
			of: (one) => one.audience === audience,
		}),
	);
	return [...kinds, ...audiences];
}

type Given = { id: string; names: Texts; of: (series: Series) => boolean };

function keyword(site: Site, { id, names, of }: Given): Linked {
	const { series, occurrences } = site.shown.calendar;
	const isMeant = (seriesId: string): boolean => {
		const one = series.get(seriesId);
		return one !== undefined && of(one);
	};
	return {
		...identity(site, 'keyword', { id, type: 'Keyword' }),
		...{ data_source: SOURCE, publisher: null, name: names, alt_labels: [], aggregate: false, deprecated: false },
		n_events: occurrences.filter(({ seriesId }) => isMeant(seriesId)).length,
		...{ image: null, replaced_by: null },
	};
}

/** In which somebody helps. */
export function languagesOf(site: Site): Linked[] {
	const codes = new Set([...site.languages, ...[...site.shown.calendar.series.values()].flatMap((of) => of.languages)]);
	return [...codes].sort().map((code) => ({
		...identity(site, 'language', { id: code, type: 'Language' }),
		translation_available: site.languages.includes(code),
		name: inEach(site, (lang) => new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? code),
	}));
}
