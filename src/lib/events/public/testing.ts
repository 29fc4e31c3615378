import type { ServicePoint } from '#lib/network/index.ts';
import { addDays, instantAt } from '#lib/platform/clock.ts';
import type { Activity, Occurrence, Series } from '../event.ts';
import type { View } from './calendar.ts';

const CLUB: Activity = {
	...{ id: 'club', names: { ru: 'Клуб', fi: 'Kerho', en: 'Club' }, form: 'training', minutes: 120 },
	...{ takesRegistration: false, walkInPercent: 20, slotMinutes: null },
};

/** A club on Tuesdays at noon, in the library of Kuopio. */
export const aSeries = (wanted: Partial<Series> = {}): Series => ({
	...{ id: 'club', organisationId: 'near', activityId: 'club', partnerIds: [], audience: 'open', languages: ['ru'] },
	...{ names: { ru: 'Клуб', fi: 'Kerho', en: 'Club' }, summary: { ru: 'Приходите', fi: 'Tule', en: 'Come' } },
	...{ mode: 'on-site', placeId: 'library', link: null, starts: '12:00', minutes: 120, zone: 'Europe/Helsinki' },
	...{ rule: { kind: 'weekly', weekdays: [2], every: 1 }, from: '2026-01-13', until: null, times: null },
	...{ skip: { holidays: true, spans: [] }, takesRegistration: false, capacity: null, walkIn: 0, slotMinutes: null },
	...{ projectId: null, planLine: null, state: 'public', previousId: null, revision: 1, changedAt: new Date(0) },
	...wanted,
});

/** One date of it, as it was planned but for what is wanted. */
export function aDate(of: Series, originalDay: string, wanted: Partial<Occurrence> = {}): Occurrence {
	const { starts, minutes, mode, placeId } = of;
	const planned = { day: originalDay, starts, minutes, mode, placeId };
	const held = { ...planned, ...wanted };
	const startsAt = instantAt(held.day, held.starts, of.zone);
	return {
		...{ id: `${of.id} ${originalDay}`, seriesId: of.id, originalDay, ...planned, planned, startsAt },
		...{ endsAt: new Date(startsAt.getTime() + held.minutes * 60_000), link: null, capacity: null, walkIn: 0 },
		...{ slotMinutes: null, names: null, notice: null, state: 'planned', cause: null, reason: null },
		...{ replacedBy: null, replacedByLine: null, detached: false, isFull: false, sequence: 0 },
		...{ changedAt: new Date(0), ...wanted },
	};
}

export const aPlace = (id: string, town: string, name = town): ServicePoint => ({
	...{ id, names: { ru: `Библиотека ${name}`, fi: `Kirjasto ${town}` }, municipality: { ru: name, fi: town } },
	...{ offers: { ru: 'Помогают', fi: 'Apua' }, languages: ['ru'] },
});

/** What a Russian reader sees of them on the morning of Tuesday 24 November 2026, or when it is asked for. */
export function viewOf(all: readonly Series[], dates: readonly Occurrence[], at = '2026-11-24T06:00:00Z'): View {
	const inOrder = dates.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
	return {
		calendar: {
			...{ revision: '1', activities: new Map([['club', CLUB]]), occurrences: inOrder },
			series: new Map(all.map((one) => [one.id, one])),
			organisations: new Map([
				['near', { id: 'near', kind: 'association', names: { ru: 'Рядом' }, isDemonstration: false }],
			]),
		},
		places: [aPlace('library', 'Kuopio', 'Куопио'), aPlace('hall', 'Lahti', 'Лахти')],
		...{ lang: 'ru', at: new Date(at) },
	};
}

/** Weeks of Tuesdays from 24 November on. */
export const tuesdays = (of: Series, many: number): Occurrence[] =>
	Array.from({ length: many }, (_, week) => aDate(of, addDays('2026-11-24', week * 7)));
