import ical from 'node-ical';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { instantAt, now, turnClock } from '#lib/platform/clock.ts';
import { isRefusal } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { makeOwnKey, revokeOwnKey } from '../link/own.server.ts';
import type { AssignmentState, Shift } from '../shifts/shift.ts';
import { assignments } from '../shifts/store.server.ts';
import { buildShift, buildVolunteer } from '../testing.ts';
import { answerOwnCalendar } from './feed.server.ts';

const at = onGround();
let clock = instantAt('2026-03-01', '12:00').getTime();
const back = turnClock(() => clock);
afterAll(back);
let her: StaffActor;
let key = '';

beforeEach(async () => {
	her = await buildVolunteer();
	const made = await makeOwnKey({ kind: 'feed' }, her);
	key = isRefusal(made) ? '' : made.key;
});

async function mine(of: Partial<Shift>, state: AssignmentState = 'taken'): Promise<{ shift: Shift; id: string }> {
	const shift = await buildShift(of);
	const id = newId();
	const rest = { shiftId: shift.id, accountId: her.id, byWay: 'self' as const, offeredUntil: null };
	await assignments(at.ground.db).add({ id, state, ...rest }, now());
	return { shift, id };
}

const ask = (headers: Record<string, string> = {}, of = key) =>
	answerOwnCalendar(new Request('https://silta.example/calendar', { headers }), {
		key: of,
		origin: 'https://silta.example',
	});
const file = async (): Promise<string> => (await ask())?.text() ?? '';
const read = async () =>
	Object.values(ical.sync.parseICS(await file())).flatMap((one) => (one?.type === 'VEVENT' ? [one] : []));
const at10 = (day: string) => ({ day, startsAt: instantAt(day, '10:00'), endsAt: instantAt(day, '13:00') });

test('another reader finds each shift at its hour by the wall, before and after both changes of the clock', async () => {
	const days = ['2026-03-27', '2026-03-30', '2026-10-23', '2026-10-26'];
	for (const day of days) await mine(at10(day));
	expect((await read()).map(({ start, end }) => [start.getTime(), end?.getTime()])).toEqual(
		days.map((day) => [instantAt(day, '10:00').getTime(), instantAt(day, '13:00').getTime()]),
	);
	expect(await file()).toMatch(/DTSTART;TZID=Europe\/Helsinki:20260330T100000/);
	expect(await file()).toContain('BEGIN:VTIMEZONE');
});

test('a shift in the night of the change is neither an hour too long nor too short', async () => {
	for (const day of ['2026-03-29', '2026-10-25']) {
		await mine({ day, startsAt: instantAt(day, '01:00'), endsAt: instantAt(day, '06:00') });
	}
	const hours = (await read()).map(({ start, end }) => ((end?.getTime() ?? 0) - start.getTime()) / 3_600_000);
	expect(hours).toEqual([4, 6]);
});

test('what she gave up or what was cancelled is told as such, under the same name and with a later count', async () => {
	const { id, shift } = await mine(at10('2026-03-12'));
	const cancelled = await mine(at10('2026-03-13'));
	await mine(at10('2026-03-14'), 'offered');
	await mine(at10('2026-03-15'), 'withdrawn');
	const before = await read();
	expect(before.map(({ status }) => status)).toEqual(['CONFIRMED', 'CONFIRMED']);
	clock += 60_000;
	await assignments(at.ground.db).setState(id, 'withdrawn', now());
	await at.ground.db.query(`update shifts set state = 'cancelled', changed_at = $2 where id = $1`, [
		...[cancelled.shift.id, now()],
	]);
	const after = await read();
	expect(after.map(({ status, uid }) => [status, uid])).toEqual(before.map(({ uid }) => ['CANCELLED', uid]));
	for (const [place, one] of after.entries()) {
		expect(Number(one.sequence)).toBeGreaterThan(Number(before[place]?.sequence));
	}
	clock += 60_000;
	const again = { id: newId(), shiftId: shift.id, accountId: her.id, byWay: 'self' as const, offeredUntil: null };
	await assignments(at.ground.db).add({ ...again, state: 'taken' }, now());
	expect((await read()).map(({ status }) => status)).toEqual(['CONFIRMED', 'CANCELLED']);
});

test('nothing of anybody else is in it', async () => {
	const other = await buildVolunteer();
	const { shift } = await mine(at10('2026-03-12'));
	const id = newId();
	const rest = { accountId: other.id, byWay: 'self' as const, offeredUntil: null };
	await assignments(at.ground.db).add({ id, shiftId: shift.id, state: 'taken', ...rest }, now());
	await buildShift(at10('2026-03-16'));
	const text = await file();
	expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
	for (const hidden of [other.chosenName, her.chosenName, other.id, her.id, key]) expect(text).not.toContain(hidden);
});

test('whoever has the file already is told so; no cache between keeps it', async () => {
	await mine(at10('2026-03-12'));
	const first = await ask();
	expect(first?.headers.get('cache-control')).toBe('private, no-cache');
	const etag = first?.headers.get('etag') ?? '';
	expect((await ask({ 'if-none-match': etag }))?.status).toBe(304);
	await mine(at10('2026-03-13'));
	expect((await ask({ 'if-none-match': etag }))?.status).toBe(200);
});

test('a key that was taken back, made anew, or never was, is none', async () => {
	await makeOwnKey({ kind: 'feed' }, her);
	expect(await ask()).toBeNull();
	await revokeOwnKey({ kind: 'feed' }, her);
	expect(await ask({}, 'x'.repeat(43))).toBeNull();
});
