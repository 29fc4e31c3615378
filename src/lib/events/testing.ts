import { now } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Occurrence, Series } from './event.ts';
import { occurrences } from './occurrences/store.server.ts';
import { materialise } from './series/materialise.server.ts';
import { series } from './series/store.server.ts';
import { loadActivities } from './starter.server.ts';

const TUESDAYS: Series = {
	...{ id: 'club', organisationId: 'near', activityId: 'club', partnerIds: [], audience: 'open', languages: ['ru'] },
	...{ names: { ru: 'Клуб', fi: 'Kerho', en: 'Club' }, summary: { ru: 'Клуб', fi: 'Kerho', en: 'Club' } },
	...{ mode: 'on-site', placeId: null, link: null, starts: '12:00', minutes: 120, zone: 'Europe/Helsinki' },
	...{ rule: { kind: 'weekly', weekdays: [2], every: 1 }, from: '2026-01-13', until: '2026-06-16', times: null },
	...{ skip: { holidays: true, spans: [] }, takesRegistration: true, capacity: 10, walkIn: 2, slotMinutes: null },
	...{ projectId: null, planLine: null, state: 'public', previousId: null, revision: 1, changedAt: new Date(0) },
};

/** Two organisations to plan for, and what an event can be. */
export async function buildOrganisers(): Promise<void> {
	const { db } = ground();
	await db.query(`insert into organisations (id, kind, names) values ('near', 'association', '{"ru":"Рядом"}'),
		('far', 'association', '{"ru":"Далеко"}') on conflict do nothing`);
	await db.transaction(loadActivities);
}

/** A public series of Tuesdays with ten seats, or as asked, with a row for each date. */
export async function planned(wanted: Partial<Series> = {}): Promise<{ of: Series; dates: readonly Occurrence[] }> {
	const of = { ...TUESDAYS, id: `club-${newId()}`, changedAt: now(), ...wanted };
	await ground().db.transaction(async (tx) => {
		await series(tx).add(of);
		await materialise(tx, of);
	});
	return { of, dates: await occurrences(ground().db).ofSeries(of.id) };
}
