import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { now, today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { addAbsence } from '../people/profile.server.ts';
import { comeBack, pause } from '../people/pausing.server.ts';
import { buildShift, buildStaff, buildVolunteer } from '../testing.ts';
import { approve, takeOff } from './approve.server.ts';
import { answerExchange, proposeExchange } from './exchanges/exchange.server.ts';
import { inviteToShift } from './offer.server.ts';
import { settleShifts } from './rounds.server.ts';
import { changeShift } from './single.server.ts';
import { holdsPlace, type Shift } from './shift.ts';
import { acceptSwap, giveOn } from './swap.server.ts';
import { swaps } from './swaps/store.server.ts';
import { answerOffer, askForShift, takeShift } from './take.server.ts';
import { assignments } from './store.server.ts';

onGround();

const PEOPLE = 5;
const SHIFTS = 12;
const ROUNDS = 25;
const AT_ONCE = 12;

/** The same row of numbers each time. */
function numbers(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state * 48_271) % 2_147_483_647;
		return state % below;
	};
}

test('whatever they do at once, nobody waits in a circle and no place is given twice', async () => {
	const { db } = ground();
	const people = await Promise.all(Array.from({ length: PEOPLE }, () => buildVolunteer()));
	const lead = await buildStaff('coordinator');
	const days = Array.from({ length: SHIFTS }, (_, at) => today(2 + Math.floor(at / 2)));
	const all: Shift[] = [];
	for (const [at, day] of days.entries())
		all.push(
			await buildShift({ day, deskId: `desk-${at % 2}`, places: 1 + (at % 2), signUp: at % 3 ? 'open' : 'approval' }),
		);
	const draw = numbers(7);
	// None of these lists is empty.
	const one = <T>(from: readonly T[]): T => from[draw(from.length)] as T;
	const open = async () => (await assignments(db).ofShifts(all.map(({ id }) => id))).map(({ id }) => id);
	const deeds: readonly ((her: StaffActor) => Promise<unknown>)[] = [
		async (her) => takeShift({ shift: one(all).id }, her),
		async (her) => takeShift({ shift: one(all).id }, her),
		async (her) => takeShift({ shift: one(all).id }, her),
		async (her) => askForShift({ shift: one(all).id }, her),
		async (her) => inviteToShift({ shift: one(all).id, account: her.id }, lead),
		async (her) => answerOffer({ assignment: one([...(await open()), newId()]), answer: 'take' }, her),
		async (her) => giveOn({ assignment: one([...(await open()), newId()]), to: '' }, her),
		async (her) => giveOn({ assignment: one([...(await open()), newId()]), to: '' }, her),
		async (her) => acceptSwap({ swap: one([...(await openSwaps()), newId()]) }, her),
		async (her) =>
			proposeExchange({ assignment: one([...(await open()), newId()]), other: one([...(await open()), newId()]) }, her),
		async (her) => proposeExchange({ assignment: await heldBy(her.id), other: one([...(await held()), newId()]) }, her),
		async (her) => proposeExchange({ assignment: await heldBy(her.id), other: one([...(await held()), newId()]) }, her),
		async (her) => answerExchange({ swap: await askedOf(her.id), answer: 'take' }, her),
		async (her) => answerExchange({ swap: await askedOf(her.id), answer: 'take' }, her),
		async () => approve({ assignment: one([...(await open()), newId()]) }, lead),
		async () => takeOff({ assignment: one([...(await open()), newId()]) }, lead),
		async (her) => pause({ account: her.id, until: '', fates: await fatesOf(her.id) }, her),
		async (her) => comeBack({ account: her.id }, her),
		async (her) => comeBack({ account: her.id }, her),
		async (her) => comeBack({ account: her.id }, her),
		async (her) => addAbsence({ from: today(20), to: today(21) }, her),
		async () => changeShift(moved(one(all)), lead),
		settleShifts,
	];
	const held = async () =>
		(await assignments(db).ofShifts(all.map(({ id }) => id))).filter(holdsPlace).map(({ id }) => id);
	const heldBy = async (id: string) => (await assignments(db).heldFrom([id], now())).at(-1)?.id ?? newId();
	const askedOf = async (id: string) =>
		(await swaps(db).exchangesOf(id)).find(({ toAccount }) => toAccount === id)?.id ?? newId();
	const openSwaps = async () => (await swaps(db).openOf(all.map(({ id }) => id))).map(({ id }) => id);
	const fatesOf = async (id: string) =>
		Object.fromEntries((await assignments(db).openOf(id, now())).map((each) => [each.id, one(['give-on', 'give-up'])]));
	const moved = ({ id, day, work, places }: (typeof all)[number]) => ({
		...{ shift: id, work, places: String(places), signUp: 'open', day, starts: one(['09:00', '10:00']), ends: '13:00' },
		...{ languages: [], qualifications: [] },
	});
	for (let round = 0; round < ROUNDS; round++) {
		await Promise.all(Array.from({ length: AT_ONCE }, () => one(deeds)(one(people))));
		const held = (await assignments(db).ofShifts(all.map(({ id }) => id))).filter(({ state }) => state === 'taken');
		for (const { id, places } of all)
			expect(held.filter(({ shiftId }) => shiftId === id).length).toBeLessThanOrEqual(places);
	}
	const known = 'select count(*) as number from assignments';
	expect((await db.query<{ number: number }>(known))[0]?.number).toBeGreaterThan(20);
}, 60_000);
