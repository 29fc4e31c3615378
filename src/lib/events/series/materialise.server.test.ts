import { afterAll, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { instantAt, turnClock } from '#lib/platform/clock.ts';
import { calendar, readCalendar } from '../calendar.server.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { buildOrganisers, planned } from '../testing.ts';
import { materialise, materialiseAll } from './materialise.server.ts';
import { series } from './store.server.ts';

const at = onGround();
let today = '2026-01-10';
const back = turnClock(() => instantAt(today, '10:00').getTime());
beforeAll(buildOrganisers);
afterAll(back);

test.each(['month', 'new', 'breaks'])('no series has the address of a page: %s', async (id) => {
	await expect(planned({ id })).rejects.toThrow('series_is_no_page');
});

test('twelve o’clock stays twelve o’clock over the clock change', async () => {
	const { dates } = await planned();
	expect(dates).toHaveLength(23);
	expect(new Set(dates.map(({ starts }) => starts))).toEqual(new Set(['12:00']));
	const hours = dates.map(({ startsAt, day }) => `${day.slice(5, 7)} ${startsAt.toISOString().slice(11, 16)}`);
	expect(new Set(hours.filter((hour) => hour < '03'))).toEqual(new Set(['01 10:00', '02 10:00']));
	expect(hours.at(-1)).toBe('06 09:00');
});

test('a date that is there is never touched, and one that comes near gets its row at night', async () => {
	const { of, dates } = await planned({ until: null });
	const moved = { ...dates[0], day: '2026-01-14', detached: true };
	if (!dates[0]) throw new Error('there are dates');
	await occurrences(at.ground.db).save({ ...dates[0], ...moved });
	await materialise(at.ground.db, of);
	expect((await occurrences(at.ground.db).byId(dates[0].id))?.day).toBe('2026-01-14');
	expect(await occurrences(at.ground.db).ofSeries(of.id)).toHaveLength(dates.length);
	today = '2026-02-10';
	await materialiseAll(at.ground.db);
	expect((await occurrences(at.ground.db).ofSeries(of.id)).length).toBe(dates.length + 4);
});

test('the calendar in memory moves with what the public sees, and drafts are not in it', async () => {
	await readCalendar();
	const before = calendar();
	await readCalendar();
	expect(calendar()).toBe(before);
	const { of } = await planned({ state: 'draft' });
	await readCalendar();
	expect(calendar().series.has(of.id)).toBe(false);
	expect(await series(at.ground.db).save({ ...of, state: 'public' })).toBe(true);
	expect(await series(at.ground.db).save({ ...of, state: 'draft' })).toBe(false);
	await readCalendar();
	expect(calendar().series.get(of.id)?.names.ru).toBe('Клуб');
	expect(calendar().occurrences.some(({ seriesId }) => seriesId === of.id)).toBe(true);
});
