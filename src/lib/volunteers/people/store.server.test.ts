import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { buildShift, buildVolunteer } from '../testing.ts';
import { shifts } from '../shifts/store.server.ts';
import { volunteers } from './store.server.ts';

onGround();

test('whoever begins is there once, and a shift with her day', async () => {
	const { id, chosenName } = await buildVolunteer();
	const before = await volunteers(ground().db).byId(id);
	if (!before) throw new Error('nobody is there');
	expect(before).toMatchObject({ chosenName, state: 'active', works: ['chat', 'events'], reachedBy: 'sms' });
	await volunteers(ground().db).add({ ...before, changedAt: new Date(0), state: 'left' });
	expect(await volunteers(ground().db).byId(id)).toEqual(before);
	const { id: shiftId, day } = await buildShift();
	expect(await shifts(ground().db).byId(shiftId)).toMatchObject({ day, deskId: 'desk', places: 1 });
});
