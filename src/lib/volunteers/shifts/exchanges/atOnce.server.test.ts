import { expect, test } from 'vitest';
import { onGround } from '../../../../../bin/testing/ground.ts';
import { today } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { buildShift, buildVolunteer } from '../../testing.ts';
import { assignments } from '../store.server.ts';
import { withdrawSwap } from '../swap.server.ts';
import { swaps } from '../swaps/store.server.ts';
import { takeShift } from '../take.server.ts';
import { answerExchange, proposeExchange } from './exchange.server.ts';

onGround();

const PEOPLE = 6;
const ROUNDS = 8;

test('whoever exchanges with whom at once, each keeps one shift and each shift one of them', async () => {
	const { db } = ground();
	const people = await Promise.all(Array.from({ length: PEOPLE }, () => buildVolunteer()));
	const ids: string[] = [];
	for (const [at, one] of people.entries()) {
		const { id } = await buildShift({ day: today(3 + at), deskId: `desk-${at % 2}` });
		expect(await takeShift({ shift: id }, one)).toEqual({ id });
		ids.push(id);
	}
	const held = async () => (await assignments(db).ofShifts(ids)).filter(({ state }) => state === 'taken');
	let done = 0;
	for (let round = 1; round <= ROUNDS; round += 1) {
		const places = await held();
		const placeOf = (at: number) => places.find(({ accountId }) => accountId === people[at % PEOPLE]?.id)?.id;
		const step = 1 + (round % (PEOPLE - 1));
		await Promise.all(
			people.map((one, at) => proposeExchange({ assignment: placeOf(at), other: placeOf(at + step) }, one)),
		);
		const open = await swaps(db).openOf(ids);
		const answers = open.map(({ id, toAccount }, at) => {
			const other = people.find((one) => one.id === toAccount);
			const holder = people.find((one) => one.id === open[at]?.holderId);
			if (!other || !holder) throw new Error('nobody was asked');
			return at === round % PEOPLE
				? withdrawSwap({ swap: id }, holder)
				: answerExchange({ swap: id, answer: 'take' }, other);
		});
		done += (await Promise.all(answers)).filter((one) => !isRefusal(one)).length;
		const now = await held();
		expect(new Set(now.map(({ accountId }) => accountId)).size).toBe(PEOPLE);
		expect(new Set(now.map(({ shiftId }) => shiftId)).size).toBe(PEOPLE);
		expect(now).toHaveLength(PEOPLE);
	}
	expect(done).toBeGreaterThan(ROUNDS);
}, 60_000);
