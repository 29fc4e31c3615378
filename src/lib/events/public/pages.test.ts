import { expect, test } from 'vitest';
import { datePage } from './date.ts';
import { indexableSeries } from './indexable.ts';
import { mappedSeries } from './mapped.ts';
import { monthPage } from './month.ts';
import { seriesPage } from './series.ts';
import { dateStructured, seriesStructured } from './structured.ts';
import { aDate, aSeries, tuesdays, viewOf } from './testing.ts';

const club = aSeries();
const LINK = 'https://meet.example/club';
const webinar = aSeries({ id: 'webinar', mode: 'online', placeId: null, link: LINK });

test('the link to take part is there from a quarter before the start to the end, and at no other time', () => {
	const linkAt = (time: string) => {
		const page = datePage(viewOf([webinar], tuesdays(webinar, 1), `2026-11-24T${time}:00Z`), 'webinar', '2026-11-24');
		return page?.link;
	};
	expect(linkAt('09:44')).toBeNull();
	expect([linkAt('09:45'), linkAt('11:59')]).toEqual([LINK, LINK]);
	expect(linkAt('12:00')).toBeNull();
});

test('nothing that a page or a search engine gets before that holds the link', () => {
	const view = viewOf([webinar], tuesdays(webinar, 3));
	const all = [
		...[datePage(view, 'webinar', '2026-11-24'), seriesPage(view, 'webinar'), monthPage(view, '2026-11', {})],
		...[dateStructured(view, 'webinar', '2026-11-24'), seriesStructured(view, 'webinar'), indexableSeries(view)],
	];
	expect(all.every((one) => one !== undefined)).toBe(true);
	expect(JSON.stringify(all)).not.toContain('meet.example');
});

test('a date that was called off is told of for thirty days', () => {
	const off = aDate(club, '2026-11-24', { state: 'cancelled', cause: 'staff' });
	const shown = (day: string) => datePage(viewOf([club], [off], `${day}T12:00:00Z`), 'club', '2026-11-24');
	expect(shown('2026-12-24')?.date.state).toBe('cancelled');
	expect(shown('2026-12-25')).toBeUndefined();
});

test('one that is held in place of another is led to, and the next of the series too', () => {
	const [first, second] = [aDate(club, '2026-11-24'), aDate(club, '2026-12-01')];
	const gone = {
		...first,
		state: 'replaced' as const,
		cause: 'venue-refused' as const,
		replacedBy: 'webinar 2026-11-24',
	};
	const view = viewOf([club, webinar], [gone, second, ...tuesdays(webinar, 1)]);
	const page = datePage(view, 'club', '2026-11-24');
	expect(page?.instead?.href).toBe('/ru/events/webinar/2026-11-24');
	expect(page?.next?.href).toBe('/ru/events/club/2026-12-01');
});

test('a series shows its next five dates, then the others, and where it goes on', () => {
	const after = aSeries({ id: 'club-2', previousId: 'club' });
	const page = seriesPage(viewOf([club, after], tuesdays(club, 9)), 'club');
	expect([page?.next.length, page?.later.length]).toEqual([5, 4]);
	expect(page?.continued).toEqual({ href: '/ru/events/club-2', name: 'Клуб' });
	expect(page?.about).toMatchObject({ organiser: 'Рядом', place: { id: 'library' } });
	expect(seriesPage(viewOf([], []), 'club')).toBeUndefined();
});

test('a month holds what is on in it and what was moved out of it, and turns no further than the calendar goes', () => {
	const moved = aDate(club, '2026-11-24', { day: '2026-12-03' });
	const view = viewOf([club], [moved, aDate(club, '2026-12-01')]);
	expect(monthPage(view, '2026-11', {})).toMatchObject({ lines: 1, days: [{ day: '2026-11-24', dates: [] }] });
	expect(monthPage(view, '2026-12', {})?.days.map(({ day }) => day)).toEqual(['2026-12-01', '2026-12-03']);
	expect(monthPage(view, '2026-09', {})).toMatchObject({ previous: null, next: '2026-10' });
	expect(monthPage(view, '2028-04', {})).toMatchObject({ previous: '2028-03', next: null });
	for (const none of ['2026-08', '2028-05', '2026-13', '2026-1', 'x'])
		expect(monthPage(view, none, {})).toBeUndefined();
});

test('a name that is not there in the reader’s language says in which it is', () => {
	const finnish = aSeries({ names: { fi: 'Kerho' } });
	const view = viewOf([finnish], [aDate(finnish, '2026-11-24')]);
	const page = seriesPage(view, 'club');
	expect([page?.about.nameLang, page?.next[0]?.nameLang, page?.about.summaryLang]).toEqual(['fi', 'fi', undefined]);
	expect(monthPage(view, '2026-11', {})?.days[0]?.dates[0]).toMatchObject({ name: 'Kerho', nameLang: 'fi' });
});

test('search engines read the wall clock with its distance from Greenwich, in summer and in winter', () => {
	const read = (originalDay: string) => {
		const view = viewOf([club], [aDate(club, originalDay)], '2026-01-01T00:00:00Z');
		return JSON.parse(dateStructured(view, 'club', originalDay) ?? '{}') as Record<string, unknown>;
	};
	expect(read('2026-01-13')).toMatchObject({
		...{ '@type': 'Event', startDate: '2026-01-13T12:00:00+02:00', endDate: '2026-01-13T14:00:00+02:00' },
		isAccessibleForFree: true,
		...{ eventStatus: 'https://schema.org/EventScheduled', location: [{ address: { addressLocality: 'Kuopio' } }] },
	});
	expect(read('2026-06-16').startDate).toBe('2026-06-16T12:00:00+03:00');
});

test('search engines read that a series and each of its dates are free of charge', () => {
	const json = seriesStructured(viewOf([club], tuesdays(club, 2)), 'club') ?? '{}';
	const free = { isAccessibleForFree: true };
	expect(JSON.parse(json)).toMatchObject({ ...free, subEvent: [free, free] });
});

test.each([
	[{ state: 'cancelled', cause: 'weather' }, 'EventCancelled'],
	[{ day: '2026-11-26' }, 'EventRescheduled'],
	[{ mode: 'online', placeId: null }, 'EventMovedOnline'],
] as const)('search engines are told of %j', (change, status) => {
	const json = dateStructured(viewOf([club], [aDate(club, '2026-11-24', change)]), 'club', '2026-11-24');
	expect(json).toContain(`https://schema.org/${status}`);
});

test('only what has a date to come is searched and mapped', () => {
	const old = aSeries({ id: 'old' });
	const off = aSeries({ id: 'off' });
	const dates = [
		...[aDate(old, '2026-11-17'), aDate(off, '2026-11-24', { state: 'cancelled', cause: 'staff' })],
		...tuesdays(club, 2),
	];
	const view = viewOf([club, old, off], dates);
	const [document, ...others] = indexableSeries(view);
	expect(others).toEqual([]);
	expect(document).toMatchObject({ kind: 'event', id: 'club', municipalities: ['Куопио', 'Kuopio'] });
	expect(mappedSeries(view, ['ru', 'fi'])).toEqual([{ path: '/events/club', languages: ['ru', 'fi'] }]);
});
