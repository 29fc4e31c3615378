import { expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { today } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { offer } from '../shifts/offer.server.ts';
import { proposeExchange } from '../shifts/exchanges/exchange.server.ts';
import { shiftLed } from '../shifts/led.server.ts';
import { giveOn } from '../shifts/swap.server.ts';
import { askForShift, takeShift } from '../shifts/take.server.ts';
import { assignments } from '../shifts/store.server.ts';
import { buildShift, buildStaff, buildVolunteer } from '../testing.ts';
import { weekFor } from './week.server.ts';

onGround();

test('the week shows who is where and what waits, to whoever leads there alone', async () => {
	const [coordinator, vera, olga] = [
		await buildStaff('coordinator'),
		await buildVolunteer(),
		await buildVolunteer({ since: today(-100) }),
	];
	const [taken, wished, offered] = [
		await buildShift({ places: 2 }),
		await buildShift({ signUp: 'approval', day: today(9) }),
		await buildShift({ day: today(16) }),
	];
	await takeShift({ shift: taken.id }, vera);
	const [hers] = await assignments(ground().db).ofShifts([taken.id]);
	await giveOn({ assignment: hers?.id, to: '' }, vera);
	await askForShift({ shift: wished.id }, olga);
	const asked = { shiftId: offered.id, accountId: vera.id, askedBy: coordinator.id, byWay: 'coordinator' } as const;
	await ground().db.transaction((tx) => offer(tx, asked));

	const week = await weekFor(ground().db, coordinator, taken.day);
	expect(week.shifts.find(({ id }) => id === taken.id)).toMatchObject({
		...{ open: 1, starts: '10:00', ends: '13:00', people: [{ id: vera.id, name: vera.chosenName }] },
	});
	expect(week.uncoveredMinutes).toBe(180);
	expect(week.toAnswer.map(({ kind, name }) => [kind, name]).sort()).toEqual([
		...[
			['asked', olga.chosenName],
			['offered', vera.chosenName],
			['swap', vera.chosenName],
		],
	]);
	expect(week.forgotten.map(({ name }) => name)).toEqual([olga.chosenName]);

	for (const stranger of [await buildStaff('coordinator', 'far'), await buildStaff('adviser'), vera]) {
		const other = await weekFor(ground().db, stranger, taken.day);
		expect([other.shifts, other.toAnswer, other.ending, other.forgotten]).toEqual([[], [], [], []]);
	}
});

test('an exchange is not told as a search for somebody: the holder looks for nobody else', async () => {
	const [coordinator, vera, olga] = [await buildStaff('coordinator'), await buildVolunteer(), await buildVolunteer()];
	const [mine, theirs] = [await buildShift(), await buildShift({ day: today(4) })];
	await takeShift({ shift: mine.id }, vera);
	await takeShift({ shift: theirs.id }, olga);
	const [[assignment], [other]] = [
		await assignments(ground().db).ofShifts([mine.id]),
		await assignments(ground().db).ofShifts([theirs.id]),
	];
	await proposeExchange({ assignment: assignment?.id, other: other?.id }, vera);
	const { toAnswer } = await weekFor(ground().db, coordinator, mine.day);
	expect(toAnswer.filter(({ shift }) => shift.id === mine.id).map(({ kind }) => kind)).toEqual(['exchange']);
	expect((await shiftLed(ground().db, coordinator, mine.id))?.people.map(({ swap }) => swap)).toEqual(['exchange']);
});
