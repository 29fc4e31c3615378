import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { now, today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { makeOwnKey } from '../link/own.server.ts';
import { assignments } from '../shifts/store.server.ts';
import { swaps } from '../shifts/swaps/store.server.ts';
import { settleShifts } from '../shifts/rounds.server.ts';
import { takeShift } from '../shifts/take.server.ts';
import { buildShift, buildStaff, buildVolunteer } from '../testing.ts';
import { comeBack, leave, pause } from './pausing.server.ts';
import { addAbsence, saveContact } from './profile.server.ts';
import { volunteers } from './store.server.ts';

onGround();

/** Somebody with a shift in three days and one in thirty. */
async function withTwo() {
	const her = await buildVolunteer();
	const [near, far] = [await buildShift({ day: today(3) }), await buildShift({ day: today(30) })];
	for (const { id } of [near, far]) await takeShift({ shift: id }, her);
	const [first, second] = await assignments(ground().db).openOf(her.id, now());
	if (!first || !second) throw new Error('she has no shifts');
	return { her, near, far, first: first.id, second: second.id };
}

const NOTHING = {
	...{ sealed: null, link_hash: null, feed_hash: null, reached_by: 'none', state: 'left' },
	...{ free: [], place_ids: [], absences: 0 },
};
async function keptOf({ id }: StaffActor) {
	const kept = `select sealed, link_hash, feed_hash, reached_by, state, free, place_ids,
		(select count(*) from absences a where a.account_id = v.account_id) as absences from volunteers v where account_id = $1`;
	return (await ground().db.query(kept, [id]))[0];
}

const stateOf = async ({ id }: StaffActor) => (await volunteers(ground().db).byId(id))?.state;
const statesOf = async (id: string) => (await assignments(ground().db).ofShifts([id])).map(({ state }) => state);

test('no shift is lost in silence: of each one something is said, or nothing is done', async () => {
	const { her, near, far, first } = await withTwo();
	const ways = { account: her.id, until: '', fates: { [first]: 'give-up' } };
	expect(await pause(ways, her)).toMatchObject({ refused: 'choose' });
	expect([await stateOf(her), await statesOf(near.id), await statesOf(far.id)]).toEqual([
		'active',
		['taken'],
		['taken'],
	]);
});

test('until a day: what is later stays hers, one is looked for, and she is responsible until then', async () => {
	const { her, near, far, first } = await withTwo();
	expect(await pause({ account: her.id, until: today(10), fates: { [first]: 'give-on' } }, her)).toEqual({
		id: her.id,
	});
	expect([await stateOf(her), await statesOf(near.id), await statesOf(far.id)]).toEqual([
		'paused',
		['taken'],
		['taken'],
	]);
	expect(await swaps(ground().db).openOf([near.id, far.id])).toHaveLength(1);
	expect(await takeShift({ shift: (await buildShift({ day: today(12) })).id }, her)).toMatchObject({
		refused: 'not-active',
	});
	await comeBack({ account: her.id }, her);
	expect(await stateOf(her)).toBe('active');
});

test('a pause ends by itself the day after its last', async () => {
	const her = await buildVolunteer();
	await pause({ account: her.id, until: today(), fates: {} }, her);
	await settleShifts();
	expect(await stateOf(her)).toBe('paused');
	await ground().db.query('update volunteers set paused_until = $2 where account_id = $1', [her.id, today(-1)]);
	await settleShifts();
	expect(await stateOf(her)).toBe('active');
});

test('whoever leaves gives up all, and what she left of herself goes', async () => {
	const { her, near, far, first, second } = await withTwo();
	const on = { account: her.id, fates: { [first]: 'give-on', [second]: 'give-up' } };
	expect(await leave(on, her)).toMatchObject({ refused: 'choose' });
	expect(await leave({ ...on, fates: { [first]: 'give-up', [second]: 'give-up' } }, her)).toEqual({ id: her.id });
	expect([await statesOf(near.id), await statesOf(far.id)]).toEqual([['withdrawn'], ['withdrawn']]);
	expect(await keptOf(her)).toEqual(NOTHING);
	expect(await leave({ account: her.id, fates: {} }, her)).toEqual({ id: her.id });
});

test('of the demonstration people nobody leaves: the next visitor needs them', async () => {
	const her = { ...(await buildVolunteer()), isDemonstration: true };
	expect(await leave({ account: her.id, fates: {} }, her)).toMatchObject({ refused: 'demonstration' });
	expect(await stateOf(her)).toBe('active');
});

test('places of an account that was closed are free again, and nothing is kept of how she was reached or when she could', async () => {
	const { her, near } = await withTwo();
	await saveContact({ reachedBy: 'sms', contact: '+358401234567' }, her);
	await makeOwnKey({ kind: 'feed' }, her);
	await addAbsence({ from: today(5), to: today(6) }, her);
	await ground().db.query('update accounts set closed_at = $2 where id = $1', [her.id, now()]);
	await settleShifts();
	expect(await statesOf(near.id)).toEqual(['withdrawn']);
	expect(await keptOf(her)).toEqual(NOTHING);
});

test('whoever leads her does it for her, and she is told; nobody else', async () => {
	const { her, first, second } = await withTwo();
	const ways = { account: her.id, until: '', fates: { [first]: 'give-up', [second]: 'give-on' } };
	for (const other of [await buildVolunteer(), await buildStaff('adviser'), await buildStaff('coordinator', 'far')]) {
		for (const deed of [pause, leave, comeBack]) expect(await deed(ways, other)).toMatchObject({ refused: 'missing' });
	}
	const lead = await buildStaff('coordinator');
	expect(await pause({ ...ways, account: newId() }, lead)).toMatchObject({ refused: 'missing' });
	expect(await pause(ways, lead)).toEqual({ id: her.id });
	const abouts = await ground().db.query('select about from volunteer_notices where account_id = $1', [her.id]);
	expect(abouts).toEqual([{ about: 'taken-over' }]);
});
