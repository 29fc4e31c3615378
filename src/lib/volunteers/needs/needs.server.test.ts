import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { cancelDate, restoreDate } from '#lib/events/index.server.ts';
import { buildOrganisers, planned } from '#lib/events/testing.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { addDays, today, wallTimeOf } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { addShift, cancelShift, changeShift } from '../shifts/single.server.ts';
import { assignments, shifts } from '../shifts/store.server.ts';
import { takeShift } from '../shifts/take.server.ts';
import { buildDesk, buildShift, buildStaff, buildVolunteer } from '../testing.ts';
import { followAll } from './follow.server.ts';
import { addNeed, changeNeed, endNeed } from './needs.server.ts';

onGround();
beforeAll(buildOrganisers);

const FORM = { work: 'events', places: '1', languages: [], qualifications: [], signUp: 'open' };
const DESK = { at: 'desk/desk', weekday: '3', starts: '10:00', ends: '13:00', until: '' };
const all = (need: string) => shifts(ground().db).allOfNeed(need);
const told = async ({ id }: StaffActor): Promise<string[]> => {
	const text = 'select about from volunteer_notices where account_id = $1 order by made_at, id';
	return (await ground().db.query<{ about: string }>(text, [id])).map(({ about }) => about);
};

/** Ten Tuesdays to come of a series, each of which needs two; the first is taken. */
async function tuesdays(more: object = {}) {
	const [lead, her] = [await buildStaff('coordinator'), await buildVolunteer()];
	const { of, dates } = await planned({ from: today(3), until: null, times: 10, skip: { holidays: false, spans: [] } });
	const id = newId();
	expect(await addNeed({ id, at: `series/${of.id}`, ...FORM, places: '2', ...more }, lead)).toEqual({ id });
	const [first] = await all(id);
	if (!first || !dates[0]) throw new Error('no shift');
	expect(await takeShift({ shift: first.id }, her)).toEqual({ id: first.id });
	return { lead, her, id, first, date: dates[0] };
}

test('each date of a series has its shift, once, however often it is looked at', async () => {
	const { id, first, date } = await tuesdays();
	await followAll();
	await Promise.all([followAll(), followAll()]);
	const rows = await all(id);
	expect(rows).toHaveLength(10);
	expect(first).toMatchObject({ occurrenceId: date.id, startsAt: date.startsAt, places: 2, state: 'planned' });
});

test('a desk has one for each of twelve weeks at its hour, and the same form sent twice is one need', async () => {
	await buildDesk();
	const [lead, id] = [await buildStaff('coordinator'), newId()];
	for (const _ of [1, 2]) await addNeed({ id, ...FORM, ...DESK, work: 'chat' }, lead);
	const rows = await all(id);
	expect(rows).toHaveLength(12);
	expect(new Set(rows.map(({ startsAt, endsAt }) => wallTimeOf(startsAt) + wallTimeOf(endsAt)))).toEqual(
		new Set(['10:0013:00']),
	);
});

test('a date that moves takes its shift along, and whoever has it hears of it once', async () => {
	const { her, id, first, date } = await tuesdays();
	const later = `update occurrences set starts = starts + interval '2 hours', starts_at = starts_at + interval '2 hours',
		ends_at = ends_at + interval '2 hours' where id = $1`;
	await ground().db.query(later, [date.id]);
	await Promise.all([followAll(), followAll()]);
	await followAll();
	const moved = (await all(id)).find((one) => one.id === first.id);
	expect(wallTimeOf(moved?.startsAt ?? new Date(0))).toBe('14:00');
	expect(await told(her)).toEqual(['moved']);
});

test('a date that is off takes its shift out of the plan; held after all, it looks for people again', async () => {
	const { lead, her, id, first, date } = await tuesdays();
	await cancelDate({ id: date.id, sequence: date.sequence, cause: 'weather', sheet: {} }, lead);
	await followAll();
	await followAll();
	expect((await all(id))[0]).toMatchObject({ state: 'cancelled' });
	expect(await told(her)).toEqual(['cancelled']);
	await restoreDate({ id: date.id, sequence: date.sequence + 1 }, lead);
	await followAll();
	expect((await all(id))[0]).toMatchObject({ id: first.id, state: 'planned' });
	expect((await assignments(ground().db).ofShifts([first.id])).map(({ state }) => state)).toEqual(['withdrawn']);
});

test('a date that is taken out of the calendar leaves a shift that is off', async () => {
	const { her, id, date } = await tuesdays();
	await ground().db.query('delete from occurrences where id = $1', [date.id]);
	await followAll();
	expect((await all(id))[0]).toMatchObject({ state: 'cancelled', occurrenceId: null });
	expect(await told(her)).toEqual(['cancelled']);
});

test('shifts that nobody has follow their need; for those with people somebody is asked first', async () => {
	const { lead, her, id, first } = await tuesdays();
	const change = { ...FORM, id, places: '3', until: '' };
	expect(await changeNeed(change, lead)).toMatchObject({ refused: 'people' });
	expect((await all(id)).map(({ places }) => places)).toEqual(Array(10).fill(2));
	await changeNeed({ ...change, along: 'leave' }, lead);
	expect((await all(id)).map(({ places }) => places)).toEqual([2, ...Array(9).fill(3)]);
	await changeNeed({ ...change, along: 'change' }, lead);
	expect((await all(id))[0]).toMatchObject({ id: first.id, places: 3 });
	expect(await told(her)).toEqual([]);
});

test('a need that ends takes nobody by surprise: whoever has a shift is told, or keeps it', async () => {
	const { lead, her, id } = await tuesdays();
	expect(await endNeed({ id }, lead)).toMatchObject({ refused: 'people' });
	await endNeed({ id, along: 'leave' }, lead);
	expect((await all(id)).filter(({ state }) => state === 'planned')).toHaveLength(1);
	await endNeed({ id, along: 'change' }, lead);
	expect((await all(id)).filter(({ state }) => state === 'planned')).toHaveLength(0);
	expect(await told(her)).toEqual(['cancelled']);
	await followAll();
	expect((await all(id)).filter(({ state }) => state === 'planned')).toHaveLength(0);
});

test('a last day that has passed is refused: a need without one shift would be lost out of sight', async () => {
	const { lead, id } = await tuesdays();
	const past = { refused: 'malformed', fields: { until: 'past' } };
	expect(await addNeed({ id: newId(), ...FORM, ...DESK, until: today(-1) }, lead)).toEqual(past);
	expect(await changeNeed({ ...FORM, id, until: today(-1), along: 'leave' }, lead)).toEqual(past);
	expect(await all(id)).toHaveLength(10);
});

test('a single shift is added, moved and called off by hand, and no need writes it again', async () => {
	await buildDesk();
	const [lead, her, id] = [await buildStaff('coordinator'), await buildVolunteer(), newId()];
	const when = { day: addDays(today(), 5), starts: '10:00', ends: '12:00' };
	expect(await addShift({ id, at: 'desk/desk', ...FORM, ...when }, lead)).toEqual({ id });
	await takeShift({ shift: id }, her);
	expect(await changeShift({ shift: id, ...FORM, ...when, starts: '11:00' }, lead)).toEqual({ id });
	await cancelShift({ shift: id }, lead);
	expect(await told(her)).toEqual(['moved', 'cancelled']);
	expect(await shifts(ground().db).byId(id)).toMatchObject({ state: 'cancelled' });
});

test('moved onto another shift of hers, hers it is no more: nobody is in two places', async () => {
	const [lead, her] = [await buildStaff('coordinator'), await buildVolunteer()];
	const day = today(6);
	const one = await buildShift({ day });
	const other = await buildShift({ day, startsAt: one.endsAt, endsAt: new Date(one.endsAt.getTime() + 7_200_000) });
	for (const { id } of [one, other]) await takeShift({ shift: id }, her);
	await changeShift({ shift: one.id, ...FORM, day, starts: '12:00', ends: '14:00' }, lead);
	expect(await told(her)).toEqual(['cancelled']);
	expect((await assignments(ground().db).heldFrom([her.id], new Date(0))).map(({ shiftId }) => shiftId)).toEqual([
		other.id,
	]);
});

const DEEDS: Record<
	string,
	(given: { need: string; shift: string; series: string }, actor: StaffActor) => Promise<unknown>
> = {
	'add a need': ({ series }, actor) => addNeed({ id: newId(), at: `series/${series}`, ...FORM, until: '' }, actor),
	'change a need': ({ need }, actor) => changeNeed({ id: need, ...FORM, until: '' }, actor),
	'end a need': ({ need }, actor) => endNeed({ id: need }, actor),
	'change a shift': ({ shift }, actor) => changeShift({ shift, ...FORM }, actor),
	'cancel a shift': ({ shift }, actor) => cancelShift({ shift }, actor),
};

test.each(Object.entries(DEEDS))(
	'of another organisation, not there, or not theirs to lead: to %s looks the same',
	async (_, deed) => {
		const { id: need, first } = await tuesdays();
		const given = {
			need,
			shift: first.id,
			series: String(
				(await ground().db.query<{ s: string }>('select series_id as s from needs where id = $1', [need]))[0]?.s,
			),
		};
		const none = { need: newId(), shift: newId(), series: 'none' };
		for (const role of ['volunteer', 'adviser', 'editor', 'regional', 'admin'] as const) {
			expect(await deed(given, await buildStaff(role))).toMatchObject({ refused: 'missing' });
		}
		expect(await deed(given, await buildStaff('coordinator', 'far'))).toMatchObject({ refused: 'missing' });
		expect(await deed(none, await buildStaff('coordinator'))).toMatchObject({ refused: 'missing' });
	},
);
