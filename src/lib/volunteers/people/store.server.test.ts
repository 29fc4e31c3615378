import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { today } from '#lib/platform/clock.ts';
import { tell } from '../notices/tell.server.ts';
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

test('word to somebody whose shift is just being changed waits for nobody: of two who tell each other none fails', async () => {
	const [{ id }, shift] = [await buildVolunteer(), await buildShift()];
	const { db } = ground();
	await db.transaction(async (tx) => {
		await shifts(tx).locked(shift.id);
		await volunteers(tx).locked(id);
		await db.transaction((other) => tell(other, id, { about: 'wanted', key: 'wanted/1', shiftId: shift.id }));
	});
	expect(await db.query('select about from volunteer_notices where account_id = $1', [id])).toEqual([
		{ about: 'wanted' },
	]);
});

test('a pause that is over ends without waiting for whoever is being changed; the next round ends it', async () => {
	const [one, other] = [await buildVolunteer({ state: 'paused' }), await buildVolunteer({ state: 'paused' })];
	const { db } = ground();
	await db.query('update volunteers set paused_until = $1 where account_id = any($2)', [today(-1), [one.id, other.id]]);
	const states = () => Promise.all([one, other].map(async ({ id }) => (await volunteers(db).byId(id))?.state));
	await db.transaction(async (tx) => {
		await volunteers(tx).locked(one.id);
		await volunteers(db).wake(today());
		expect(await states()).toEqual(['paused', 'active']);
	});
	await volunteers(db).wake(today());
	expect(await states()).toEqual(['active', 'active']);
});
