import { beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { instantAt, turnClock } from '#lib/platform/clock.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { makeDesk, stateOf } from './desk.server.ts';
import { closeDeskForToday, openDeskUntil } from './hours.server.ts';
import { desks } from './store.server.ts';

const at = onGround();
const helperOf = (organisationId: string): StaffActor => ({
	...{ kind: 'staff', id: newId(), chosenName: 'X', language: 'fi', isDemonstration: false, pledgeIsCurrent: true },
	memberships: [{ organisationId, role: 'volunteer' }],
});
const desk = {
	id: 'desk',
	organisationId: 'home',
	names: {},
	zone: 'Europe/Helsinki',
	projectId: null,
	planLine: null,
};
const state = () => stateOf(at.ground.db, desk);
const deedsOf = async ({ id }: StaffActor) =>
	(await at.ground.db.query<{ action: string }>('select action from audit_entries where actor_id = $1', [id])).map(
		({ action }) => action,
	);

beforeAll(async () => {
	await at.ground.db.query(`insert into organisations (id, kind, names) values ('home', 'association', '{}')`);
	await makeDesk(at.ground.db, desk);
});

beforeEach(async () => {
	await desks(at.ground.db).clearDay('desk', '2026-11-22');
	return turnClock(() => instantAt('2026-11-22', '15:00').getTime());
});

test('a helper opens the desk until a time of today; it is on record, and everybody is told after it', async () => {
	const heard: string[] = [];
	const deaf = at.ground.bus.on('queue', (id) => heard.push(id));
	const helper = helperOf('home');
	expect(await openDeskUntil({ deskId: 'desk', closes: '17:30' }, helper)).toEqual({ id: 'desk' });
	deaf();
	expect(await state()).toMatchObject({ open: true, closes: '17:30' });
	expect(await deedsOf(helper)).toEqual(['open']);
	expect(heard).toEqual(['desk']);
});

test('a time that is over opens nothing and leaves no record', async () => {
	const helper = helperOf('home');
	for (const closes of ['15:00', '09:30', '25:00', '']) {
		const refusal = await openDeskUntil({ deskId: 'desk', closes }, helper);
		expect(refusal).toMatchObject({ fields: { closes: 'past' } });
	}
	expect((await state()).open).toBe(false);
	expect(await deedsOf(helper)).toEqual([]);
});

test('closing for today ends what was open, and it may be opened again', async () => {
	await openDeskUntil({ deskId: 'desk', closes: '17:30' }, helperOf('home'));
	await closeDeskForToday({ deskId: 'desk' }, helperOf('home'));
	expect((await state()).open).toBe(false);
	await openDeskUntil({ deskId: 'desk', closes: '18:00' }, helperOf('home'));
	expect(await state()).toMatchObject({ open: true, closes: '18:00' });
});

test('for a helper of another association the desk is not there', async () => {
	const stranger = helperOf('elsewhere');
	expect(await openDeskUntil({ deskId: 'desk', closes: '17:30' }, stranger)).toMatchObject({ refused: 'missing' });
	expect(await closeDeskForToday({ deskId: 'desk' }, stranger)).toMatchObject({ refused: 'missing' });
});
