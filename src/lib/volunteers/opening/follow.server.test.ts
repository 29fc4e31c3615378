import { beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import { chooseWays, deskById, hoursOf } from '#lib/network/index.server.ts';
import { instantAt, today } from '#lib/platform/clock.ts';
import { giveUp, takeShift } from '../shifts/take.server.ts';
import { buildDesk, buildShift, buildStaff, buildVolunteer } from '../testing.ts';
import { followDesk } from './follow.server.ts';
import { shiftUntil } from './mine.server.ts';
import { deskPlan } from './plan.server.ts';

const at = onGround();
const day = today(3);
const between = (from: string, to: string) => ({ startsAt: instantAt(day, from), endsAt: instantAt(day, to), day });

beforeEach(async () => {
	for (const table of ['assignments', 'shifts']) await at.ground.db.query(`delete from ${table}`);
	await buildDesk();
	await chooseWays({ deskId: 'desk', opensBy: 'shifts', talksEach: '3' }, await buildStaff('coordinator'));
});

async function covered(): Promise<string[]> {
	const desk = await deskById(at.ground.db, 'desk');
	const spans = desk ? (await hoursOf(at.ground.db, desk)).covered : null;
	return (spans ?? []).map(({ from, to }) => `${from.toISOString()} ${to.toISOString()}`);
}
const spelled = (from: string, to: string) =>
	`${instantAt(day, from).toISOString()} ${instantAt(day, to).toISOString()}`;

test('a shift that somebody takes opens the desk, one that nobody has does not; adjoining ones are one', async () => {
	const { id } = await buildShift(between('10:00', '13:00'));
	const next = await buildShift(between('13:00', '15:00'));
	await buildShift(between('18:00', '20:00'));
	const volunteer = await buildVolunteer();
	expect(await covered()).toEqual([]);
	expect(await takeShift({ shift: id }, volunteer)).toEqual({ id });
	expect(await covered()).toEqual([spelled('10:00', '13:00')]);
	expect(await takeShift({ shift: next.id }, volunteer)).toEqual({ id: next.id });
	expect(await covered()).toEqual([spelled('10:00', '15:00')]);
	expect((await deskPlan(at.ground.db, 'desk')).map(({ names, missing }) => [...names, missing])).toEqual([
		[volunteer.chosenName, 0],
		[volunteer.chosenName, 0],
		[1],
	]);
	expect(await shiftUntil(at.ground.db, volunteer.id, 'desk')).toBeNull();
});

test('what is moved since and given up opens the desk no more', async () => {
	const { id } = await buildShift(between('10:00', '13:00'));
	const volunteer = await buildVolunteer();
	await takeShift({ shift: id }, volunteer);
	await at.ground.db.query(`update shifts set moved_at = now() + interval '1 minute' where id = $1`, [id]);
	const [row] = await at.ground.db.query<{ id: string }>('select id from assignments where shift_id = $1', [id]);
	expect(await giveUp({ assignment: row?.id }, volunteer)).toEqual({ id });
	expect(await covered()).toEqual([]);
});

test('of many who take shifts of one desk at once the desk forgets none', async () => {
	const hours = Array.from({ length: 12 }, (_, hour) => 8 + hour);
	const two = (hour: number) => String(hour).padStart(2, '0');
	const all = await Promise.all(hours.map((hour) => buildShift(between(`${two(hour)}:00`, `${two(hour)}:30`))));
	const people = await Promise.all(all.map(() => buildVolunteer()));
	await Promise.all(all.map(({ id }, which) => takeShift({ shift: id }, people[which] ?? fail())));
	expect(await covered()).toEqual(hours.map((hour) => spelled(`${two(hour)}:00`, `${two(hour)}:30`)));
	await at.ground.db.transaction((tx) => followDesk(tx, 'desk'));
	expect(await covered()).toHaveLength(12);
});

function fail(): never {
	throw new Error('nobody is there');
}
