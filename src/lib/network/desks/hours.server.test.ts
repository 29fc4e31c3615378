import { beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { instantAt, now, turnClock } from '#lib/platform/clock.ts';
import { buildNetwork, staffOf } from '../testing.ts';
import { hoursOf, makeDesk } from './desk.server.ts';
import { deskStateAt } from './hours.ts';
import { closeDeskForToday, openDeskUntil } from './hours.server.ts';
import { desks } from './store.server.ts';

const at = onGround();
const helperOf = (organisationId: string): Promise<StaffActor> => staffOf('volunteer', organisationId);
const desk = {
	id: 'desk',
	organisationId: 'near',
	names: {},
	zone: 'Europe/Helsinki',
	projectId: null,
	planLine: null,
};
const state = async () => deskStateAt(await hoursOf(at.ground.db, desk), now(), { present: 0, room: 0, waiting: 0 });
const deedsOf = async ({ id }: StaffActor) =>
	(await at.ground.db.query<{ action: string }>('select action from audit_entries where actor_id = $1', [id])).map(
		({ action }) => action,
	);

beforeAll(async () => {
	await buildNetwork();
	await makeDesk(at.ground.db, desk);
});

beforeEach(async () => {
	await desks(at.ground.db).clearDay('desk', '2026-11-22');
	return turnClock(() => instantAt('2026-11-22', '15:00').getTime());
});

test('a helper opens the desk until a time of today; it is on record, and everybody is told after it', async () => {
	const heard: string[] = [];
	const deaf = at.ground.bus.on('queue', (id) => heard.push(id));
	const helper = await helperOf('near');
	expect(await openDeskUntil({ deskId: 'desk', closes: '17:30' }, helper)).toEqual({ id: 'desk' });
	deaf();
	expect(await state()).toMatchObject({ open: true, closes: '17:30' });
	expect(await deedsOf(helper)).toEqual(['open']);
	expect(heard).toEqual(['desk']);
});

test('a time that is over opens nothing and leaves no record', async () => {
	const helper = await helperOf('near');
	for (const closes of ['15:00', '09:30', '25:00', '']) {
		const refusal = await openDeskUntil({ deskId: 'desk', closes }, helper);
		expect(refusal).toMatchObject({ fields: { closes: 'past' } });
	}
	expect((await state()).open).toBe(false);
	expect(await deedsOf(helper)).toEqual([]);
});

test('closing for today ends what was open, and it may be opened again', async () => {
	await openDeskUntil({ deskId: 'desk', closes: '17:30' }, await helperOf('near'));
	await closeDeskForToday({ deskId: 'desk' }, await helperOf('near'));
	expect((await state()).open).toBe(false);
	await openDeskUntil({ deskId: 'desk', closes: '18:00' }, await helperOf('near'));
	expect(await state()).toMatchObject({ open: true, closes: '18:00' });
});

test('for a helper of another association the desk is not there', async () => {
	const stranger = await helperOf('far');
	expect(await openDeskUntil({ deskId: 'desk', closes: '17:30' }, stranger)).toMatchObject({ refused: 'missing' });
	expect(await closeDeskForToday({ deskId: 'desk' }, stranger)).toMatchObject({ refused: 'missing' });
});
