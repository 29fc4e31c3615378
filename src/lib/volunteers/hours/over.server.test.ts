import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { numberOf } from '#lib/ledger/index.ts';
import { countFacts } from '#lib/ledger/index.server.ts';
import { instant, now, today } from '#lib/platform/clock.ts';
import { refused } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { AssignmentState, Shift } from '../shifts/shift.ts';
import { assignments } from '../shifts/store.server.ts';
import { buildShift, buildStaff, buildVolunteer } from '../testing.ts';
import { confirmHours } from './confirm.server.ts';
import { endShifts } from './over.server.ts';
import { markShift } from './presence.server.ts';
import { hourEntries } from './store.server.ts';

const at = onGround();

const hence = (hours: number): Date => new Date(instant() + hours * 3_600_000);

/** A shift of three hours that ended an hour ago, or as asked, and somebody's part in it. */
async function aShift(wanted: Partial<Shift> = {}, state: AssignmentState = 'taken') {
	const her = await buildVolunteer();
	const times = { day: today(), startsAt: hence(-4), endsAt: hence(-1) };
	const shift = await buildShift({ ...times, deskId: newId().slice(-8), ...wanted });
	const id = newId();
	const one = { id, shiftId: shift.id, accountId: her.id, state, byWay: 'self', offeredUntil: null } as const;
	await assignments(at.ground.db).add(one, now());
	return { her, shift, id };
}

const stateOf = async (id: string) => (await assignments(at.ground.db).byId(id))?.state;
const entryOf = (id: string) => hourEntries(at.ground.db).ofAssignment(id);
const inLedger = async (): Promise<number> =>
	(await countFacts(at.ground.db, { unit: 'hour', by: [] })).reduce((_, one) => numberOf(one), 0);

test('a shift that is over is done, and its hours wait for a colleague; once, on two nodes and again later', async () => {
	const { shift, id, her } = await aShift();
	await Promise.all([endShifts(), endShifts()]);
	await endShifts();
	expect(await stateOf(id)).toBe('done');
	const hers = { accountId: her.id, organisationId: 'near', day: shift.day, work: 'chat', quarters: 12 };
	expect(await entryOf(id)).toMatchObject({ ...hers, state: 'reported', projectId: null });
	expect(await at.ground.db.query('select from hour_entries where account_id = $1', [her.id])).toHaveLength(1);
});

test('one that goes on, was cancelled, was offered or given up makes none', async () => {
	const others = [
		await aShift({ endsAt: hence(1) }),
		await aShift({ state: 'cancelled' }),
		await aShift({}, 'offered'),
		await aShift({}, 'withdrawn'),
	];
	await endShifts();
	for (const { id } of others) expect(await entryOf(id)).toBeNull();
	expect(await Promise.all(others.map(({ id }) => stateOf(id)))).toEqual(['taken', 'taken', 'offered', 'withdrawn']);
});

test('its hours count where its desk counts', async () => {
	const { shift, id } = await aShift();
	await at.ground.db.query(
		`insert into projects (id, position, organisation_id, kind, is_demonstration, card)
		values ('ours', 1, 'near', 'running', true, '{}')`,
	);
	await at.ground.db.query(`update desks set project_id = 'ours', plan_line = 'chat' where id = $1`, [shift.deskId]);
	await endShifts();
	expect(await entryOf(id)).toMatchObject({ projectId: 'ours', planLine: 'chat' });
});

test('whoever did not come has no hours of it, in the ledger neither; put right, they wait again', async () => {
	const { id } = await aShift();
	await endShifts();
	const lead = await buildStaff('coordinator');
	const entry = await entryOf(id);
	await confirmHours({ ids: [entry?.id] }, lead);
	expect(await inLedger()).toBe(3);
	expect(await markShift({ id, presence: 'absent' }, lead)).toMatchObject({ id });
	expect(await entryOf(id)).toMatchObject({ state: 'withdrawn', factId: null });
	expect(await inLedger()).toBe(0);
	expect(await markShift({ id, presence: 'absent' }, lead)).toEqual(refused('settled'));
	await endShifts();
	expect(await stateOf(id)).toBe('no-show');
	expect(await markShift({ id, presence: 'came' }, lead)).toMatchObject({ id });
	expect(await entryOf(id)).toMatchObject({ state: 'reported' });
	expect(await confirmHours({ ids: [entry?.id] }, lead)).toMatchObject({ count: 1 });
	expect(await inLedger()).toBe(3);
});

test('nobody says of herself that she came', async () => {
	const lead = await buildStaff('coordinator');
	const { shift } = await aShift();
	const { id } = await aShift();
	const own = newId();
	await at.ground.db.query(
		`insert into volunteers (account_id, organisation_id, state, since, changed_at) values ($1, 'near', 'active', $2, $3)`,
		[lead.id, today(), now()],
	);
	const hers = { id: own, shiftId: shift.id, accountId: lead.id, byWay: 'self', offeredUntil: null } as const;
	await assignments(at.ground.db).add({ ...hers, state: 'done' }, now());
	expect(await markShift({ id: own, presence: 'absent' }, lead)).toEqual(refused('own'));
	// It is not over for whoever runs the rounds yet.
	expect(await markShift({ id, presence: 'absent' }, lead)).toEqual(refused('settled'));
});
