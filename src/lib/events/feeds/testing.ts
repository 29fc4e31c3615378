import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';
import type { ServicePoint } from '#lib/network/index.ts';
import { instantAt } from '#lib/platform/clock.ts';
import type { Activity, Occurrence, Planned, Series } from '../event.ts';
import { occurrenceOn } from '../series/materialise.server.ts';
import { daysOf } from '../series/rule.ts';
import type { Shown } from './shown.ts';

export const CLUB: Series = {
	...{
		id: 'club',
		organisationId: 'demo',
		activityId: 'club',
		partnerIds: [],
		audience: 'open',
		languages: ['ru', 'fi'],
	},
	names: { ru: 'Дигиклуб', fi: 'Digiklubi', en: 'Digi club' },
	summary: { ru: 'Открытый клуб. Бесплатно.', fi: 'Avoin kerho. Maksuton.', en: 'An open club, free of charge.' },
	...{ mode: 'on-site', placeId: 'library', link: null, starts: '12:00', minutes: 180, zone: 'Europe/Helsinki' },
	...{ rule: { kind: 'weekly', weekdays: [2], every: 1 }, from: '2026-01-13', until: '2026-06-16', times: null },
	...{ skip: { holidays: false, spans: [] }, takesRegistration: true, capacity: 12, walkIn: 2, slotMinutes: null },
	...{ projectId: null, planLine: null, state: 'public', previousId: null, revision: 2 },
	changedAt: new Date('2026-01-15T09:30:00Z'),
};

const ACTIVITY: Activity = {
	...{ id: 'club', names: { ru: 'Клуб', fi: 'Kerho', en: 'Club' }, form: 'local', minutes: 120 },
	...{ takesRegistration: false, walkInPercent: 20, slotMinutes: null },
};

const LIBRARY: ServicePoint = {
	...{ id: 'library', names: { ru: 'Библиотека', fi: 'Esimerkkikirjasto' }, languages: ['ru'] },
	...{ municipality: { ru: 'Куопио', fi: 'Kuopio' }, municipalityCode: '297', offers: { ru: 'Клуб', fi: 'Kerho' } },
	...{ street: 'Esimerkkikatu 1', postalCode: '70100', point: { lat: 62.8926, lon: 27.677 } },
};

/** The dates of a series up to a day, as its rule has them. */
export function datesOf(of: Series, last = '2027-12-31'): Occurrence[] {
	return daysOf(of, last).map((day) => changed(of, day));
}

/** The date of a day, changed as asked. */
export function changed(of: Series, originalDay: string, change: Partial<Occurrence> = {}): Occurrence {
	const planned = occurrenceOn(of, originalDay);
	const id = `${of.id}-${originalDay}`;
	const moved = { ...planned, id, changedAt: new Date('2026-01-18T08:00:00Z'), ...change };
	return { ...moved, ...momentsOf(moved, of.zone) };
}

export function shownOf(all: readonly Series[], occurrences: readonly Occurrence[]): Shown {
	const calendar = {
		...{ revision: '1', activities: new Map([['club', ACTIVITY]]), series: new Map(all.map((of) => [of.id, of])) },
		occurrences: occurrences.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()),
		organisations: new Map([['demo', DEMO]]),
	};
	return { revision: '1', calendar, places: new Map([['library', LIBRARY]]) };
}

const DEMO = { id: 'demo', kind: 'association' as const, names: { ru: 'Демо', fi: 'Demo ry' }, isDemonstration: false };

/** A date as another program has understood it. */
export type Understood = {
	readonly from: string;
	readonly to: string;
	readonly title: string;
	readonly isOff: boolean;
};

/** Whatever the file says, unrolled by the library that did not write its repetitions. */
export function unrolled(file: string): Understood[] {
	const calendar = new ICAL.Component(ICAL.parse(file));
	const [zone] = calendar.getAllSubcomponents('vtimezone');
	if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
	const events = calendar.getAllSubcomponents('vevent');
	const masters = events.filter((event) => !event.hasProperty('recurrence-id'));
	return sorted(masters.flatMap((master) => unrolledEvent(master, events)));
}

function unrolledEvent(master: ICAL.Component, events: ICAL.Component[]): Understood[] {
	const isHers = (event: ICAL.Component): boolean =>
		event.hasProperty('recurrence-id') && event.getFirstPropertyValue('uid') === master.getFirstPropertyValue('uid');
	const event = new ICAL.Event(master, { exceptions: events.filter(isHers), strictExceptions: true });
	const found: Understood[] = [];
	const all = event.iterator();
	for (let at = all.next(); at; at = all.next()) {
		const { startDate, endDate, item } = event.getOccurrenceDetails(at);
		found.push({
			...{ from: startDate.toJSDate().toISOString(), to: endDate.toJSDate().toISOString(), title: item.summary },
			isOff: item.component.getFirstPropertyValue('status') === 'CANCELLED',
		});
	}
	return found;
}

/** The same by another library. */
export function unrolledElsewhere(file: string): Understood[] {
	const events = Object.values(nodeIcal.sync.parseICS(file)).filter((part) => part?.type === 'VEVENT') as VEvent[];
	const [from, to] = [new Date('2020-01-01'), new Date('2032-01-01')];
	return sorted(
		events
			.flatMap((event) => nodeIcal.expandRecurringEvent(event, { from, to }))
			.map(({ start, end, summary, event }) => ({
				...{ from: start.toISOString(), to: end.toISOString() },
				title: typeof summary === 'string' ? summary : summary.val,
				isOff: event.status === 'CANCELLED',
			})),
	);
}

export function sorted(dates: readonly Understood[]): Understood[] {
	return dates.toSorted((a, b) => (`${a.from} ${a.title}` < `${b.from} ${b.title}` ? -1 : 1));
}

function momentsOf({ day, starts, minutes }: Planned, zone: string): { startsAt: Date; endsAt: Date } {
	const startsAt = instantAt(day, starts, zone);
	return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) };
}
