import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { now, today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { buildShift, buildStaff, buildVolunteer } from '../testing.ts';
import { decline } from './approve.server.ts';
import { inviteToShift } from './offer.server.ts';
import { assignments } from './store.server.ts';
import { acceptSwap, declineSwap, giveOn, withdrawSwap } from './swap.server.ts';
import { swaps } from './swaps/store.server.ts';
import { answerOffer, askForShift, giveUp, takeShift } from './take.server.ts';

onGround();

const placeIn = async (shift: string) => (await assignments(ground().db).ofShifts([shift]))[0]?.id;
const openIn = async (shift: string) => (await swaps(ground().db).openOf([shift]))[0]?.id;
const statesIn = async (shift: string) =>
	(await assignments(ground().db).ofShifts([shift])).map(({ state }) => state).sort();
const notices = async () =>
	(await ground().db.query<{ count: number }>('select count(*)::int as count from volunteer_notices'))[0]?.count;

async function given(): Promise<{ her: StaffActor; shift: string; swap: string | undefined }> {
	const [her, { id: shift }] = [await buildVolunteer(), await buildShift()];
	await takeShift({ shift }, her);
	await giveOn({ assignment: await placeIn(shift), to: '' }, her);
	return { her, shift, swap: await openIn(shift) };
}

/** A finger that trembles presses twice, and the second answer is the one that is seen. */
test('a yes to a colleague, pressed twice, is done once and answered alike', async () => {
	const { shift, swap } = await given();
	const [other, late] = [await buildVolunteer(), await buildVolunteer()];
	expect(await acceptSwap({ swap }, other)).toEqual({ id: shift });
	const before = await notices();
	expect(await acceptSwap({ swap }, other)).toEqual({ id: shift });
	expect([await statesIn(shift), await notices()]).toEqual([['taken', 'withdrawn'], before]);
	expect(await acceptSwap({ swap }, late)).toMatchObject({ refused: 'swapped' });
});

test('so is keeping a shift; but of one that is hers no more nobody says that it stays hers', async () => {
	const { her, shift, swap } = await given();
	for (const _ of [1, 2]) expect(await withdrawSwap({ swap }, her)).toEqual({ id: shift });
	expect(await statesIn(shift)).toEqual(['taken']);
	await ground().db.query(`update assignments set state = 'withdrawn' where shift_id = $1`, [shift]);
	expect(await withdrawSwap({ swap }, her)).toMatchObject({ refused: 'over' });
});

test('so is a no of whom she asked by name: it stays hers, she is told once, and she can ask somebody else', async () => {
	const [her, other, third] = [await buildVolunteer(), await buildVolunteer(), await buildVolunteer()];
	const { id: shift } = await buildShift();
	await takeShift({ shift }, her);
	const assignment = await placeIn(shift);
	await giveOn({ assignment, to: other.id }, her);
	const swap = await openIn(shift);
	const elsewhere = await buildVolunteer({ organisationId: 'far' });
	for (const stranger of [her, third, elsewhere])
		expect(await declineSwap({ swap }, stranger)).toMatchObject({ refused: 'missing' });
	for (const _ of [1, 2]) expect(await declineSwap({ swap }, other)).toEqual({ id: shift });
	expect(await acceptSwap({ swap }, other)).toMatchObject({ refused: 'swapped' });
	expect([await statesIn(shift), await openIn(shift)]).toEqual([['taken'], undefined]);
	const told = `select 1 from volunteer_notices where account_id = $1 and about = 'not-taken'`;
	expect(await ground().db.query(told, [her.id])).toHaveLength(1);
	expect(await giveOn({ assignment, to: third.id }, her)).toEqual({ id: shift });
});

test('so is a no to an offer, and a wish that is taken back', async () => {
	const [her, lead] = [await buildVolunteer(), await buildStaff('coordinator')];
	const [{ id: offered }, { id: wished }] = [
		await buildShift(),
		await buildShift({ signUp: 'approval', day: today(5) }),
	];
	await inviteToShift({ shift: offered, account: her.id }, lead);
	const offer = { assignment: await placeIn(offered), answer: 'decline' };
	for (const _ of [1, 2]) expect(await answerOffer(offer, her)).toEqual({ id: offered });
	expect(await answerOffer({ ...offer, answer: 'take' }, her)).toMatchObject({ refused: 'over' });
	await askForShift({ shift: wished }, her);
	const wish = { assignment: await placeIn(wished) };
	for (const _ of [1, 2]) expect(await giveUp(wish, her)).toEqual({ id: wished });
	expect(await decline(wish, lead)).toMatchObject({ refused: 'over' });
	expect([await statesIn(offered), await statesIn(wished)]).toEqual([['declined'], ['withdrawn']]);
});

test('what began a minute ago is given on, kept, taken and exchanged no more', async () => {
	const { her, shift, swap } = await given();
	const other = await buildVolunteer();
	const assignment = await placeIn(shift);
	await ground().db.query('update shifts set starts_at = $2 where id = $1', [
		...[shift, new Date(now().getTime() - 60_000)],
	]);
	expect(await acceptSwap({ swap }, other)).toMatchObject({ refused: 'over' });
	expect(await giveOn({ assignment, to: '' }, her)).toMatchObject({ refused: 'over' });
	expect(await giveUp({ assignment }, her)).toMatchObject({ refused: 'over' });
	expect(await takeShift({ shift }, other)).toMatchObject({ refused: 'over' });
	expect(await statesIn(shift)).toEqual(['taken']);
});
