import { beforeAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { deskById, notePresence } from '#lib/network/index.server.ts';
import { instantAt, turnClock } from '#lib/platform/clock.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { followDesk } from '#lib/volunteers/index.server.ts';
import { claimConversation } from '../claim.server.ts';
import { buildConversation, buildDesk, buildHelper, fresh } from '../testing.ts';
import { deskView } from '../desk.server.ts';
import { deskState } from './room.server.ts';

const at = onGround();
const DAY = '2026-11-23';
const time = { now: '' };
let desk: string;
let holder: StaffActor;

beforeAll(async () => {
	desk = await buildDesk();
	holder = await buildHelper();
	await at.ground.db.query(`update desks set opens_by = 'shifts', talks_each = 1 where id = $1`, [desk]);
});

beforeEach(async () => {
	for (const table of ['assignments', 'shifts', 'desk_spells', 'desk_presences'])
		await at.ground.db.query(`delete from ${table}`);
	return turnClock(() => instantAt(DAY, time.now).getTime());
});

/** A shift at the desk from ten to one, and whoever holds it. */
async function shiftOf(accountId: string): Promise<void> {
	const id = newId();
	const [from, to] = [instantAt(DAY, '10:00'), instantAt(DAY, '13:00')];
	await at.ground.db.transaction(async (tx) => {
		await tx.query(
			`insert into volunteers (account_id, organisation_id, state, since, changed_at)
			values ($1, 'test-association', 'active', $2, $3) on conflict do nothing`,
			[accountId, DAY, from],
		);
		await tx.query(
			`insert into shifts (id, organisation_id, desk_id, work, day, starts_at, ends_at, places, sign_up, state, changed_at)
			values ($1, 'test-association', $2, 'chat', $3, $4, $5, 1, 'open', 'planned', $4)`,
			[id, desk, DAY, from, to],
		);
		await tx.query(
			`insert into assignments (id, shift_id, account_id, state, by_way, made_at, changed_at)
			values ($1, $1, $2, 'taken', 'self', $3, $3)`,
			[id, accountId, from],
		);
		await followDesk(tx, desk);
	});
}

async function stateAt(now: string) {
	time.now = now;
	const row = await deskById(at.ground.db, desk);
	if (!row) throw new Error('no desk');
	return deskState(at.ground.db, row);
}

test('a desk by shifts says when it opens, that its helper is expected, and that it is open when she sits down', async () => {
	time.now = '09:00';
	await shiftOf(holder.id);
	expect(await stateAt('09:59')).toMatchObject({ open: false, lacks: null, opens: { day: DAY, time: '10:00' } });
	expect(await stateAt('10:20')).toMatchObject({ open: false, lacks: 'helper', since: '10:00', closes: '13:00' });
	await notePresence(at.ground.db, desk, holder.id);
	expect(await stateAt('10:20')).toMatchObject({ open: true, lacks: null, closes: '13:00' });
	expect(await stateAt('10:22')).toMatchObject({ open: false, lacks: 'helper' });
	expect(await stateAt('13:00')).toMatchObject({ open: false, lacks: null, opens: null });
});

test('what is asked while nobody has come is a question, and a talk when somebody sits there', async () => {
	time.now = '10:30';
	await shiftOf(holder.id);
	expect((await buildConversation()).kind).toBe('question');
	await notePresence(at.ground.db, desk, holder.id);
	expect((await buildConversation()).kind).toBe('chat');
});

test('whoever has her hands full is not open: it is said how many wait, and a newcomer may wait, too', async () => {
	await at.ground.db.query('update conversations set waiting_since = null');
	time.now = '11:00';
	await shiftOf(holder.id);
	await notePresence(at.ground.db, desk, holder.id);
	const first = await buildConversation();
	expect(await stateAt('11:00')).toMatchObject({ open: false, lacks: 'room', waiting: 1 });
	await claimConversation({ id: first.id }, holder);
	expect(await stateAt('11:00')).toMatchObject({ open: false, lacks: 'room', waiting: 0 });
	const second = await buildConversation();
	expect((await fresh(second.id)).kind).toBe('chat');
	expect(await stateAt('11:00')).toMatchObject({ lacks: 'room', waiting: 1 });
	time.now = '11:40';
	await notePresence(at.ground.db, desk, holder.id);
	await at.ground.db.query('update conversations set waiting_since = null where id = $1', [second.id]);
	expect(await stateAt('11:40')).toMatchObject({ open: true });
});

test('at the desk she reads until when her shift runs', async () => {
	time.now = '10:30';
	await shiftOf(holder.id);
	expect((await deskView(holder)).desks[0]?.yours).toEqual({ shift: '13:00', opened: null });
	expect((await deskView(await buildHelper())).desks[0]?.yours).toEqual({ shift: null, opened: null });
});
