import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { now, today } from '#lib/platform/clock.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { coverDesk } from './cover.server.ts';
import { deskWays, hoursOf, makeDesk } from './desk.server.ts';
import { deskStateAt } from './hours.ts';
import { desks } from './store.server.ts';
import { addException, addWeeklyHours, chooseWays, clearExceptions, removeWeeklyHours } from './weekly.server.ts';

const at = onGround();
const somebody = (role: 'volunteer' | 'coordinator', organisationId = 'home'): StaffActor => ({
	...{
		kind: 'staff',
		id: newId(),
		chosenName: 'X',
		language: 'fi',
		isDemonstration: false,
		pledgeIsCurrent: true,
		mayHelp: true,
	},
	memberships: [{ organisationId, role }],
});
const hours = async () => {
	const desk = await desks(at.ground.db).byId('desk');
	if (!desk) throw new Error('no desk');
	return hoursOf(at.ground.db, desk);
};
const isOpen = async () => deskStateAt(await hours(), now(), { present: 0, room: 0, waiting: 0 }).open;
const spell = { deskId: 'desk', weekday: '2', opens: '10:00', closes: '12:30' };

beforeAll(async () => {
	const { db } = at.ground;
	await db.query(`insert into organisations (id, kind, names) values ('home', 'association', '{}')`);
	const desk = {
		id: 'desk',
		organisationId: 'home',
		names: {},
		zone: 'Europe/Helsinki',
		projectId: null,
		planLine: null,
	};
	await makeDesk(db, desk);
});

test('a coordinator adds and removes weekly hours, and the public revision moves with each', async () => {
	const revision = async () =>
		(await at.ground.db.query<{ revision: number }>('select revision from content_revision'))[0]?.revision ?? 0;
	const before = await revision();
	expect(await addWeeklyHours(spell, somebody('coordinator'))).toEqual({ id: 'desk' });
	expect((await hours()).weekly).toEqual([{ weekday: 2, opens: '10:00', closes: '12:30' }]);
	await removeWeeklyHours(spell, somebody('coordinator'));
	expect((await hours()).weekly).toEqual([]);
	expect(await revision()).toBe(before + 2);
});

test('a volunteer, and a coordinator of another association, find no such desk', async () => {
	expect(await addWeeklyHours(spell, somebody('volunteer'))).toMatchObject({ refused: 'missing' });
	expect(await addWeeklyHours(spell, somebody('coordinator', 'other'))).toMatchObject({ refused: 'missing' });
});

test.each([
	[{ weekday: '8' }, { weekday: 'weekday' }],
	[{ opens: '25:00' }, { opens: 'time' }],
	[{ opens: '13:00' }, { closes: 'order' }],
])('wrong hours are refused by the field that is to be mended', async (wrong, fields) => {
	expect(await addWeeklyHours({ ...spell, ...wrong }, somebody('coordinator'))).toMatchObject({
		refused: 'malformed',
		fields,
	});
});

test('a holiday closes the desk for its day, and taking it away opens it again', async () => {
	const all = Array.from({ length: 7 }, (_, i) => ({
		deskId: 'desk',
		weekday: String(i + 1),
		opens: '00:00',
		closes: '23:59',
	}));
	for (const one of all) await addWeeklyHours(one, somebody('coordinator'));
	const desk = await desks(at.ground.db).byId('desk');
	if (!desk) throw new Error('no desk');
	expect(await isOpen()).toBe(true);
	await addException({ deskId: 'desk', day: today(), opens: '', closes: '' }, somebody('coordinator'));
	expect(await isOpen()).toBe(false);
	await clearExceptions({ deskId: 'desk', day: today() }, somebody('coordinator'));
	expect(await isOpen()).toBe(true);
});

test('a day that is past and half a spell are refused', async () => {
	const exception = { deskId: 'desk', day: '2020-01-01', opens: '', closes: '' };
	expect(await addException(exception, somebody('coordinator'))).toMatchObject({ fields: { day: 'day' } });
	expect(await addException({ ...exception, day: today(), opens: '10:00' }, somebody('coordinator'))).toMatchObject({
		fields: { closes: 'order' },
	});
});

test('a coordinator chooses that the desk opens by shifts; then what is covered opens it, and nothing else', async () => {
	const ways = { deskId: 'desk', opensBy: 'shifts', talksEach: '2' };
	expect(await chooseWays(ways, somebody('volunteer'))).toMatchObject({ refused: 'missing' });
	expect(await chooseWays(ways, somebody('coordinator', 'other'))).toMatchObject({ refused: 'missing' });
	expect(await chooseWays({ ...ways, deskId: 'none' }, somebody('coordinator'))).toMatchObject({ refused: 'missing' });
	expect(await chooseWays({ ...ways, opensBy: 'moods', talksEach: '0' }, somebody('coordinator'))).toMatchObject({
		fields: { opensBy: 'ways', talksEach: 'talks' },
	});
	expect((await hours()).covered).toBeNull();
	expect(await chooseWays(ways, somebody('coordinator'))).toEqual({ id: 'desk' });
	expect((await hours()).covered).toEqual([]);
	const span = { from: new Date(Date.now() + 3_600_000), to: new Date(Date.now() + 7_200_000) };
	await at.ground.db.transaction((tx) => coverDesk(tx, 'desk', [span, span]));
	expect((await hours()).covered).toEqual([span]);
	expect(await deskWays(at.ground.db, 'desk')).toEqual({ opensBy: 'shifts', talksEach: 2 });
	await chooseWays({ ...ways, opensBy: 'hours' }, somebody('coordinator'));
	expect((await hours()).covered).toBeNull();
});
