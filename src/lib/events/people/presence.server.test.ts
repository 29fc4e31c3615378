import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { instantAt, turnClock } from '#lib/platform/clock.ts';
import type { Occurrence } from '../event.ts';
import { buildOrganisers, planned } from '../testing.ts';
import { peopleOf } from './list.server.ts';
import { markPresence, seatAtDoor } from './presence.server.ts';
import { fresh, helper, registered } from './testing.ts';

const at = onGround();
let today = '2026-01-13';
const back = turnClock(() => instantAt(today, '12:30').getTime());
let of: Occurrence;
beforeAll(buildOrganisers);
beforeEach(async () => {
	today = '2026-01-13';
	const [first] = (await planned()).dates;
	if (!first) throw new Error('there are dates');
	of = first;
});
afterAll(back);

test('came, absent and taken back; nobody is marked before the day, or without a seat', async () => {
	const actor = await helper();
	const her = await registered(of, { seats: 2 });
	for (const presence of ['came', 'came', 'absent', ''] as const) {
		await markPresence({ id: her.id, presence }, actor);
		expect((await fresh(her.id)).presence).toBe(presence || null);
	}
	const waiting = await registered(of, { state: 'waiting' });
	expect(await markPresence({ id: waiting.id, presence: 'came' }, actor)).toMatchObject({ refused: 'no-seat' });
	today = '2026-01-12';
	expect(await markPresence({ id: her.id, presence: 'came' }, actor)).toMatchObject({ refused: 'too-early' });
});

test('once it has begun, empty chairs and those that were kept are free, and the list says so', async () => {
	const actor = await helper();
	const [here, away] = [await registered(of, { seats: 3 }), await registered(of, { seats: 5 })];
	await markPresence({ id: here.id, presence: 'came' }, actor);
	await markPresence({ id: away.id, presence: 'absent' }, actor);
	const seen = await peopleOf(at.ground.db, actor, of.id);
	expect(seen?.seats).toEqual({ taken: 8, came: 3, waiting: 0, free: 7, kept: 0 });
	expect(seen?.coming.map(({ presence }) => presence)).toEqual(['came', 'absent']);
});

test('the list shows names and no contact, and each look at it stands in the audit without a name', async () => {
	await registered(of, { name: 'Тамара', contact: '+358401234567' });
	const seen = JSON.stringify(await peopleOf(at.ground.db, await helper(), of.id));
	expect(seen).toContain('Тамара');
	expect(seen).not.toContain('1234567');
	const rows = await at.ground.db.query('select * from audit_entries where subject_id = $1', [of.id]);
	expect(rows).toMatchObject([{ action: 'read-people', subject: 'occurrence' }]);
	expect(JSON.stringify(rows)).not.toContain('Тамара');
});

test('whoever waited and has come gets a chair that is free once it has begun, and no sooner', async () => {
	const actor = await helper();
	await registered(of, { seats: 8 });
	const [first, second] = [
		await registered(of, { state: 'waiting', seats: 2 }),
		await registered(of, { state: 'waiting' }),
	];
	today = '2026-01-12';
	expect(await seatAtDoor({ id: first.id }, actor)).toMatchObject({ refused: 'too-early' });
	today = '2026-01-13';
	await seatAtDoor({ id: first.id }, actor);
	expect(await fresh(first.id)).toMatchObject({ state: 'confirmed', presence: 'came' });
	expect(await seatAtDoor({ id: second.id }, actor)).toMatchObject({ refused: 'full' });
});
