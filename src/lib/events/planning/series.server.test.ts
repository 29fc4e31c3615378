import { afterAll, beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { Role } from '#lib/identity/index.ts';
import { instantAt, turnClock } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { Occurrence, Series } from '../event.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { materialiseAll } from '../series/materialise.server.ts';
import { breaks, series } from '../series/store.server.ts';
import { buildOrganisers, planned } from '../testing.ts';
import { cancelDate } from './dates.server.ts';
import { sheetOf } from './fill.ts';
import { changeSeries, discardSeries, planSeries, publishSeries } from './series.server.ts';
import { comes, somebody } from './testing.ts';
import type { Sheet } from './typed.ts';

onGround();
let today = '2026-01-10';
const back = turnClock(() => instantAt(today, '10:00').getTime());
beforeAll(async () => {
	await buildOrganisers();
	await ground().db.query(`insert into service_points (id, position, card)
		values ('library', 1, '{"id":"library"}'), ('hall', 2, '{"id":"hall"}')`);
});
afterAll(back);

const coordinator = somebody('coordinator');
const SHEET: Sheet = {
	...{ activityId: 'club', 'title-ru': 'Клуб', 'title-fi': 'Senioreiden kerho', 'in-ru': 'on', audience: 'seniors' },
	...{ kind: 'weekly', every: '1', 'weekday-2': 'on', from: '13.1.2026', until: '2026-06-16', holidays: 'on' },
	...{ starts: '12.00', minutes: '180', mode: 'on-site', placeId: 'library' },
};

const plan = (typed: Sheet = {}, state: 'draft' | 'public' = 'public') =>
	planSeries({ organisationId: 'near', state, lines: [], sheet: { ...SHEET, ...typed } }, coordinator);

async function made(typed: Sheet = {}, state: 'draft' | 'public' = 'public'): Promise<Series> {
	const done = await plan(typed, state);
	if (isRefusal(done)) throw new Error(JSON.stringify(done));
	return seriesOf(done.id);
}

async function seriesOf(id: string): Promise<Series> {
	const of = await series(ground().db).byId(id);
	if (!of) throw new Error('it is there');
	return of;
}

const datesOf = (id: string): Promise<Occurrence[]> => occurrences(ground().db).ofSeries(id);

function change(of: Series, typed: Sheet, more: { from?: string; people?: Record<string, string> } = {}) {
	const sheet = { ...sheetOf(of), ...typed };
	return changeSeries(
		{ id: of.id, revision: of.revision, lines: [], sheet, from: '', people: {}, ...more },
		coordinator,
	);
}

test('a season is planned in one step: an address people can read, a row for each date, the break kept for others', async () => {
	const of = await made({ breakFrom: '16.2.2026', breakTo: '22.2.2026', breakName: 'Hiihtoloma' });
	expect(of).toMatchObject({ id: 'senioreiden-kerho-2026', starts: '12:00', state: 'public', zone: 'Europe/Helsinki' });
	expect(of.skip).toEqual({ holidays: true, spans: [{ from: '2026-02-16', to: '2026-02-22' }] });
	expect(await datesOf(of.id)).toHaveLength(22);
	expect(await breaks(ground().db).within(['near'], today)).toMatchObject([{ names: { fi: 'Hiihtoloma' } }]);
	expect((await made()).id).toBe('senioreiden-kerho-2026-2');
});

test('a form that makes no sense is refused by its fields, and nothing is written', async () => {
	expect(await plan({ 'weekday-2': '', placeId: 'nowhere' })).toEqual({
		...{ refused: 'malformed', fields: { weekdays: 'tick', placeId: 'place' } },
	});
});

test('a draft is published once', async () => {
	const of = await made({}, 'draft');
	expect(await publishSeries({ id: of.id, revision: of.revision }, coordinator)).toEqual({ id: of.id });
	expect((await seriesOf(of.id)).state).toBe('public');
	expect(await publishSeries({ id: of.id, revision: of.revision + 1 }, coordinator)).toMatchObject({
		refused: 'not-draft',
	});
});

test('a draft is thrown away with its dates, what is public is not', async () => {
	const of = await made({}, 'draft');
	expect(await discardSeries({ id: of.id, revision: of.revision }, coordinator)).toEqual({ id: of.id });
	expect(await datesOf(of.id)).toEqual([]);
	const other = await made();
	const answer = await discardSeries({ id: other.id, revision: other.revision }, coordinator);
	expect(answer).toMatchObject({ refused: 'not-draft' });
});

test('the move of a course to another place in the middle of the season: the rest is a series of its own', async () => {
	const of = await made();
	const before = await datesOf(of.id);
	expect(isRefusal(await change(of, { placeId: 'hall' }, { from: '2026-03-03' }))).toBe(false);
	const old = await datesOf(of.id);
	const [rest] = await ground().db.query<{ id: string }>('select id from series where previous_id = $1', [of.id]);
	const dates = await datesOf(rest?.id ?? '');
	expect(old.map(({ id }) => id).concat(dates.map(({ id }) => id))).toEqual(before.map(({ id }) => id));
	expect([old.length, old.every(({ placeId }) => placeId === 'library')]).toEqual([7, true]);
	expect(dates.every(({ placeId, planned: was }) => placeId === 'hall' && was.placeId === 'library')).toBe(true);
	expect(await seriesOf(of.id)).toMatchObject({ until: '2026-03-02', revision: 2 });
	expect(await seriesOf(rest?.id ?? '')).toMatchObject({ from: '2026-03-03', until: '2026-06-16', placeId: 'hall' });
	await materialiseAll(ground().db);
	expect([(await datesOf(of.id)).length, (await datesOf(rest?.id ?? '')).length]).toEqual([7, 16]);
});

test('dates with people wait for her word; then they move, their day is not planned twice, and each is told', async () => {
	const of = await made();
	const dates = await datesOf(of.id);
	const [first, , third] = dates;
	if (!first || !third) throw new Error('there are dates');
	await comes(first);
	await comes(third, { seats: 3, reachedBy: 'phone' });
	const wednesdays = { 'weekday-2': '', 'weekday-3': 'on' };
	expect(await change(of, wednesdays)).toMatchObject({ refused: 'people' });
	// She was asked about one of them; at the other somebody registered meanwhile.
	expect(await change(of, wednesdays, { people: { [first.id]: 'along' } })).toMatchObject({ refused: 'people' });
	expect(await datesOf(of.id)).toEqual(dates);
	expect(isRefusal(await change(of, wednesdays, { people: { [first.id]: 'along', [third.id]: 'along' } }))).toBe(false);
	const after = await datesOf(of.id);
	expect(
		after.slice(0, 3).map(({ id, day, originalDay }) => [id === first.id || id === third.id, day, originalDay]),
	).toEqual([
		[true, '2026-01-14', '2026-01-13'],
		[false, '2026-01-21', '2026-01-21'],
		[true, '2026-01-28', '2026-01-27'],
	]);
	const words = await ground().db.query('select kind, about from event_notices where about = $1 order by kind', [
		'moved',
	]);
	expect(words).toEqual([
		{ kind: 'call', about: 'moved' },
		{ kind: 'sms', about: 'moved' },
	]);
	await materialiseAll(ground().db);
	expect(await datesOf(of.id)).toHaveLength(after.length);
});

test('dates with people stay as they are if she says so, while all others change', async () => {
	const of = await made();
	const [first, second] = await datesOf(of.id);
	if (!first || !second) throw new Error('there are dates');
	await comes(first);
	await cancelDate({ id: second.id, sequence: 0, cause: 'staff', sheet: {} }, coordinator);
	expect(isRefusal(await change(of, { starts: '13:00' }, { people: { [first.id]: 'leave' } }))).toBe(false);
	const after = await datesOf(of.id);
	expect(after.map(({ starts }) => starts).slice(0, 3)).toEqual(['12:00', '12:00', '13:00']);
	expect(after[1]?.state).toBe('cancelled');
});

test('a course goes on the net: why is asked once, stands at each date beside its plan, and goes when it comes back', async () => {
	const of = await made();
	const [first] = await datesOf(of.id);
	const online = { mode: 'online', link: 'https://meet.example.fi/a' };
	expect(await change(of, online)).toEqual({ refused: 'malformed', fields: { cause: 'needed' } });
	expect((await datesOf(of.id))[0]).toEqual(first);
	expect(isRefusal(await change(of, { ...online, cause: 'epidemic' }))).toBe(false);
	const there = await datesOf(of.id);
	expect(there.every(({ mode, planned: was }) => mode === 'online' && was.mode === 'on-site')).toBe(true);
	expect(new Set(there.map(({ cause }) => cause))).toEqual(new Set(['epidemic']));
	expect(isRefusal(await change(await seriesOf(of.id), { starts: '13:00' }))).toBe(false);
	expect((await datesOf(of.id))[0]).toMatchObject({ starts: '13:00', cause: 'epidemic' });
	expect(isRefusal(await change(await seriesOf(of.id), { mode: 'on-site', placeId: 'library' }))).toBe(false);
	expect((await datesOf(of.id))[0]).toMatchObject({ mode: 'on-site', cause: null });
});

test('why is not asked where nobody saw the other form: of a draft, and of dates that stay as they are', async () => {
	const draft = await made({}, 'draft');
	const online = { mode: 'online', link: 'https://meet.example.fi/a' };
	expect(isRefusal(await change(draft, online))).toBe(false);
	expect((await datesOf(draft.id))[0]).toMatchObject({ mode: 'online', cause: null, planned: { mode: 'online' } });
	const once = await made({ kind: 'dates', days: '2026-02-03' });
	const [only] = await datesOf(once.id);
	if (!only) throw new Error('there is a date');
	await comes(only);
	expect(isRefusal(await change(once, online, { people: { [only.id]: 'leave' } }))).toBe(false);
	expect((await datesOf(once.id))[0]).toMatchObject({ mode: 'on-site', cause: null });
});

test('twelve o’clock of a course that is changed in the middle stays twelve o’clock over the clock change', async () => {
	const of = await made();
	await change(of, { minutes: '60' }, { from: '2026-03-24' });
	const rows = await ground().db.query<{ day: string; at: string }>(
		`select day, to_char(starts_at at time zone 'Europe/Helsinki', 'HH24:MI') || '-' ||
			to_char(ends_at at time zone 'Europe/Helsinki', 'HH24:MI') as at
		from occurrences o join series s on s.id = o.series_id where s.id = $1 or s.previous_id = $1 order by day`,
		[of.id],
	);
	expect(new Set(rows.filter(({ day }) => day < '2026-03-24').map(({ at }) => at))).toEqual(new Set(['12:00-15:00']));
	expect(new Set(rows.filter(({ day }) => day >= '2026-03-24').map(({ at }) => at))).toEqual(new Set(['12:00-13:00']));
});

test('of two who save a series at once the second is told', async () => {
	const of = await made();
	const answers = await Promise.all([change(of, { starts: '13:00' }), change(of, { starts: '15:00' })]);
	expect(answers.filter(isRefusal)).toMatchObject([{ refused: 'changed-meanwhile' }]);
});

test('the past is not written anew, not by another rule and not by the night', async () => {
	const of = await made();
	today = '2026-03-04';
	const before = (await datesOf(of.id)).filter(({ day }) => day < today);
	await change(of, { 'weekday-2': '', 'weekday-5': 'on' });
	await materialiseAll(ground().db);
	expect((await datesOf(of.id)).filter(({ day }) => day < today)).toEqual(before);
	expect(await change(of, {}, { from: '2026-03-03' })).toMatchObject({ refused: 'past' });
	expect(await change(of, {}, { from: '2026-13-01' })).toMatchObject({ refused: 'malformed' });
	today = '2026-01-10';
});

const MAY: readonly Role[] = ['adviser', 'coordinator'];
const ALL: readonly Role[] = ['volunteer', 'adviser', 'coordinator', 'clerk', 'regional', 'editor', 'funder', 'admin'];

test.each(ALL)('what a %s may plan is what the table says, and nothing in another organisation', async (role) => {
	const { of } = await planned();
	const each = (who: ReturnType<typeof somebody>) => [
		planSeries({ organisationId: 'near', state: 'draft', lines: [], sheet: {} }, who),
		changeSeries({ id: of.id, revision: 99, lines: [], sheet: {}, from: '', people: {} }, who),
		publishSeries({ id: of.id, revision: 1 }, who),
		discardSeries({ id: of.id, revision: 1 }, who),
	];
	const refusals = async (who: ReturnType<typeof somebody>) =>
		(await Promise.all(each(who))).map((one) => ('refused' in one ? one.refused : 'done'));
	const seen = ['malformed', 'changed-meanwhile', 'not-draft', 'not-draft'];
	expect(await refusals(somebody(role))).toEqual(MAY.includes(role) ? seen : Array(4).fill('missing'));
	expect(await refusals(somebody(role, 'far'))).toEqual(Array(4).fill('missing'));
	const none = await changeSeries(
		{ id: 'none', revision: 1, lines: [], sheet: {}, from: '', people: {} },
		somebody(role),
	);
	expect(none).toMatchObject({ refused: 'missing' });
});
