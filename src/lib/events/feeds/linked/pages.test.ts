import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Occurrence } from '../../event.ts';
import { changed, CLUB, datesOf, shownOf } from '../testing.ts';
import { askedOf } from './asked.ts';
import { objectOf, pageOf } from './pages.ts';
import type { Linked, Site } from './site.ts';

const of = { ...CLUB, until: '2026-02-10' };
const change = (day: string, made: Partial<Occurrence>): Occurrence => changed(of, day, made);
const rows = [
	...datesOf(of).filter(({ originalDay }) => originalDay > '2026-01-28'),
	change('2026-01-13', { isFull: true }),
	change('2026-01-20', { state: 'replaced', cause: 'venue-refused', replacedBy: 'club-2026-01-27' }),
	change('2026-01-27', { day: '2026-01-28', notice: { ru: 'Вход <со двора>' } }),
	change('2026-02-03', { mode: 'online' }),
].filter(({ originalDay }, at, all) => all.findLastIndex((row) => row.originalDay === originalDay) === at);
const words = (key: string) => ({ ru: key, fi: key, en: key });
const site: Site = {
	shown: shownOf([of], rows),
	origin: 'https://silta.example',
	languages: ['ru', 'fi', 'en'],
	words,
};

function page(query: string, kind: 'event' | 'place' | 'keyword' | 'registration' = 'event') {
	const params = new URLSearchParams(query);
	const asked = askedOf(params);
	if (typeof asked === 'string') throw new Error(asked);
	// Of this shape, as the test below holds it.
	return pageOf(site, kind, { asked, query: params }) as { meta: Record<string, unknown>; data: Linked[] };
}

const read = (name: string): unknown =>
	JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '../testdata', `linkedevents-${name}.json`), 'utf8'));

/** Where a value is of another kind than in the example; nothing may be `null` in either. */
function faults(given: unknown, example: unknown, at = ''): string[] {
	if (given === null || example === null) return [];
	if (Array.isArray(given) !== Array.isArray(example) || typeof given !== typeof example) return [at];
	if (Array.isArray(given) && Array.isArray(example)) {
		return given.flatMap((one, place) => faults(one, example[0] ?? null, `${at}[${place}]`));
	}
	if (typeof given !== 'object' || typeof example !== 'object') return [];
	const [ours, theirs] = [Object.entries(given), new Map(Object.entries(example))];
	// Texts by language: any of them may be missing.
	const isTexts = [...theirs.keys()].every((key) => /^[a-z]{2}$/.test(key));
	if (isTexts)
		return ours.filter(([, text]) => text !== null && typeof text !== 'string').map(([key]) => `${at}.${key}`);
	const missing = [...theirs.keys()]
		.filter((key) => !Object.hasOwn(given, key))
		.map((key) => `${at}.${key} is missing`);
	const known = ours.flatMap(([key, value]) =>
		theirs.has(key) ? faults(value, theirs.get(key), `${at}.${key}`) : [`${at}.${key} is unknown`],
	);
	return [...missing, ...known];
}

test.each([
	['event-super', 'event', 'silta:club'],
	['event-sub', 'event', 'silta:club:2026-01-13'],
	['place', 'place', 'silta:library'],
	['keyword', 'keyword', 'silta:club'],
] as const)('the object %s has each key of the example, of its kind, and no other', (name, kind, id) => {
	expect(faults(objectOf(site, kind, id), read(name))).toEqual([]);
});

test('the page and what says how one registers have the shape of the examples', () => {
	expect(faults(page(''), read('page'))).toEqual([]);
	const [registration] = page('', 'registration').data;
	expect(faults(registration, read('registration'))).toEqual([]);
	expect(Number.isSafeInteger(registration?.id)).toBe(true);
	expect(objectOf(site, 'registration', String(registration?.id))).toEqual(registration);
});

test('what reads the events of Turku reads ours: whatever they have, we have, of the same kind', () => {
	const turku = read('turku-2021') as { data: Record<string, unknown>[] };
	const [first] = page('').data;
	const theirs = turku.data.flatMap((event) => Object.entries(event));
	const lacking = theirs.filter(([key]) => !key.startsWith('custom') && !Object.hasOwn(first ?? {}, key));
	expect([...new Set(lacking.map(([key]) => key))]).toEqual([]);
	const unlike = page('').data.flatMap((event) => theirs.flatMap(([key, value]) => faults(event[key], value, key)));
	expect(unlike.filter((fault) => !/^(images|external_links|offers|keywords)/.test(fault))).toEqual([]);
});

test('a series comes before its dates, and each of them leads to the other', () => {
	const [whole, ...dates] = page('').data;
	expect(whole).toMatchObject({ id: 'silta:club', super_event_type: 'recurring', start_time: '2026-01-13T10:00:00Z' });
	expect(whole?.sub_events).toEqual(dates.map((one) => ({ '@id': one['@id'] })));
	expect(dates.every((one) => (one.super_event as Linked)['@id'] === whole?.['@id'])).toBe(true);
});

test('a series and its dates are free of charge, as the site says', () => {
	const free = { is_free: true, price: null };
	expect(page('').data.map(({ offers }) => offers)).toEqual(page('').data.map(() => [expect.objectContaining(free)]));
});

test('what became of a date is said, and what came instead', () => {
	const date = (day: string) => objectOf(site, 'event', `silta:club:${day}`);
	const base = 'https://silta.example/api/linkedevents/v1/event';
	expect(date('2026-01-20')).toMatchObject({
		event_status: 'EventCancelled',
		replaced_by: `${base}/silta:club:2026-01-27/`,
	});
	expect(date('2026-01-27')).toMatchObject({ event_status: 'EventRescheduled', start_time: '2026-01-28T10:00:00Z' });
	expect(date('2026-01-27')?.description).toMatchObject({
		ru: expect.stringContaining('<p>Вход &#60;со двора&#62;</p>'),
	});
	expect(date('2026-02-03')?.location).toEqual({
		'@id': 'https://silta.example/api/linkedevents/v1/place/silta:internet/',
	});
	expect(date('2026-01-14')).toBeNull();
});

test('each parameter leaves what it says', () => {
	const days = (query: string) => page(query).data.map(({ id }) => String(id).replace('silta:club', ''));
	expect(days('start=2026-01-28T10:30:00Z&end=2026-02-03')).toEqual(['', ':2026-01-27', ':2026-02-03']);
	expect(days('super_event=none')).toEqual(['']);
	expect(days('super_event=silta:club&location=silta:internet')).toEqual([':2026-02-03']);
	expect(days('super_event_type=none&page_size=2')).toEqual([':2026-01-13', ':2026-01-20']);
	expect(days('language=sv')).toEqual([]);
	expect(days('in_language=fi,sv&keyword=silta:club&publisher=silta:demo').length).toBe(6);
});

test('whoever follows the pages meets everything once', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 9 }), (size) => {
			const met: unknown[] = [];
			let query: string | null = `page_size=${size}`;
			while (query !== null) {
				const { meta, data } = page(query);
				met.push(...data.map(({ id }) => id));
				query = meta.next === null ? null : new URL(String(meta.next)).search;
			}
			expect(met).toEqual(page('').data.map(({ id }) => id));
		}),
	);
});

test.each([
	'start=soon',
	'end=2026-02-30',
	'end=2026-02-99',
	'end=9999-12-31',
	'start=0000-00-00',
	'page=0',
	'page=-1',
	'page_size=101',
	'page=1e9',
	`location=${'x'.repeat(1_001)}`,
])('%s is refused in one sentence', (query) => {
	expect(askedOf(new URLSearchParams(query))).toBe(`${query.split('=')[0]} is not written as it should be.`);
});
