import { expect, test } from 'vitest';
import { onGround } from '../../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { buildShift, buildStaff, buildVolunteer } from '../../testing.ts';
import { onePerShift } from '../../ui/shifts/exchange.ts';
import { candidatesFor, shiftLed } from '../led.server.ts';
import { colleaguesFor, shiftFor } from '../own.server.ts';
import { takeShift } from '../take.server.ts';
import { exchangeChoices } from './choices.server.ts';

onGround();

/** The same database, and how often it was asked. */
function counted(): { db: Queryable; count: () => number } {
	let count = 0;
	const query: Queryable['query'] = (text, values) => {
		count += 1;
		return ground().db.query(text, values);
	};
	return { db: { query }, count: () => count };
}

async function holderOf(organisationId: string, day: string, places = 1): Promise<StaffActor> {
	const one = await buildVolunteer({ organisationId });
	const { id } = await buildShift({ organisationId, deskId: `desk-${organisationId}-${day}`, day, places });
	await takeShift({ shift: id }, one);
	return one;
}

test('what she could have for hers stands by time, however it came about', async () => {
	const her = await buildVolunteer({ organisationId: 'timely' });
	const mine = await buildShift({ organisationId: 'timely', day: today(2) });
	await takeShift({ shift: mine.id }, her);
	for (const days of [9, 4, 6]) await holderOf('timely', today(days));
	const shift = await shiftFor(ground().db, her, mine.id);
	const days = shift && (await exchangeChoices(ground().db, her, shift)).map((one) => one.shift.day);
	expect(days).toEqual([today(4), today(6), today(9)]);
});

test('where nobody is named, a shift that two have is one choice', async () => {
	const her = await buildVolunteer({ organisationId: 'pair' });
	const [mine, theirs] = [
		await buildShift({ organisationId: 'pair', day: today(2) }),
		await buildShift({ organisationId: 'pair', day: today(4), places: 2 }),
	];
	await takeShift({ shift: mine.id }, her);
	for (const _ of [1, 2]) await takeShift({ shift: theirs.id }, await buildVolunteer({ organisationId: 'pair' }));
	const shift = await shiftFor(ground().db, her, mine.id);
	const choices = shift ? await exchangeChoices(ground().db, her, shift) : [];
	expect([choices.length, onePerShift(choices).length]).toEqual([2, 1]);
});

test('however many volunteers there are, the database is asked as often', async () => {
	const [her, lead] = [await buildVolunteer({ organisationId: 'large' }), await buildStaff('coordinator', 'large')];
	const mine = await buildShift({ organisationId: 'large', day: today(2), places: 2 });
	await takeShift({ shift: mine.id }, her);
	const read = async (): Promise<number[]> => {
		const [shift, led] = [await shiftFor(ground().db, her, mine.id), await shiftLed(ground().db, lead, mine.id)];
		if (!shift || !led) throw new Error('the shift is not there');
		const [choices, colleagues, candidates] = [counted(), counted(), counted()];
		await exchangeChoices(choices.db, her, shift);
		await colleaguesFor(colleagues.db, her, shift);
		await candidatesFor(candidates.db, led);
		return [choices, colleagues, candidates].map(({ count }) => count());
	};
	const before = await read();
	for (const days of [3, 4, 5, 6]) await holderOf('large', today(days));
	expect(await read()).toEqual(before);
});
