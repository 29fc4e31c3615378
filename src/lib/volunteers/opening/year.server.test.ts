import { beforeAll, expect, test } from 'vitest';
import { onGround } from '../../../../bin/testing/ground.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { addException, clearExceptions, closeDeskForToday, deskById, deskStateAt } from '#lib/network/index.server.ts';
import { chooseWays, hoursOf, openDeskUntil } from '#lib/network/index.server.ts';
import { addDays, turnClock } from '#lib/platform/clock.ts';
import { leavePlace, takePlace } from '../shifts/place.server.ts';
import { assignments, shifts } from '../shifts/store.server.ts';
import { buildDesk, buildShift, buildStaff, buildVolunteer } from '../testing.ts';
import { followDesk } from './follow.server.ts';
import { type Told, Walker } from './testing.ts';

const at = onGround();
/** `bin/drill opening` asks for more of them, and plants a fault. */
const STEPS = Number(process.env.OPENING_STEPS ?? 80);
const FAULT = process.env.OPENING_FAULT;
const FIRST = '2026-03-01';
const DAYS = 400;
const DAY = 1_440;
const AHEAD = 31;
const CHANGES = ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2027-03-27', '2027-03-28'];
const SPELLS = [
	...(['10:00 180', '13:00 180', '16:00 180', '22:00 180', '02:00 180', '02:30 45', '03:30 90'] as const),
	...(['00:00 1440', '09:00 1440', '10:07 45', '23:00 300'] as const),
];
const EXTRAS = ['11:00 14:00', '16:00 18:30', '02:15 03:30', '03:30 05:00', '00:00 23:59'];
const HERE = { present: 1, room: 1, waiting: 0 };

let walker: Walker;
let leader: StaffActor;
let people: StaffActor[];

beforeAll(async () => {
	await buildDesk();
	leader = await buildStaff('coordinator');
	people = [await buildVolunteer(), await buildVolunteer(), await buildVolunteer()];
	await chooseWays({ deskId: 'desk', opensBy: 'shifts', talksEach: '3' }, leader);
	walker = await Walker.over(at.ground.db, `${addDays(FIRST, -3)}T00:00Z`, `${addDays(FIRST, DAYS + 40)}T00:00Z`);
});

test('the walk knows the nights on which the clocks were changed', () => {
	const length = (day: string) => walker.minuteOf(addDays(day, 1), '00:00') - walker.minuteOf(day, '00:00');
	expect(['2026-03-29', '2026-10-25', '2027-03-28', '2027-03-27'].map(length)).toEqual([1_380, 1_500, 1_380, 1_440]);
	expect(walker.minuteOf('2026-10-25', '03:30')).toBe(Date.parse('2026-10-25T00:30:00Z') / 60_000);
	expect(walker.minuteOf('2026-03-29', '03:30')).toBe(Date.parse('2026-03-29T01:30:00Z') / 60_000);
});

test('P50: over a year of shifts the desk opens and closes as a walk minute by minute says', {
	timeout: 3e6,
}, async () => {
	const seen = await liveYear(STEPS, FAULT);
	expect(seen.wrong.slice(0, 5)).toEqual([]);
	expect(seen.compared).toBeGreaterThan(STEPS * 12);
	expect(seen.inside).toBeGreaterThan(seen.compared / 10);
});

test.each(['forgetful', 'winter', 'no-holidays'])('a desk that is %s is seen', { timeout: 3e5 }, async (fault) => {
	expect((await liveYear(60, fault)).wrong.length).toBeGreaterThan(3);
});

type Seen = { compared: number; inside: number; readonly wrong: string[] };
type Draw = (below: number) => number;

async function liveYear(steps: number, fault: string | undefined): Promise<Seen> {
	await forgetAll();
	const draw = dice(50);
	const seen: Seen = { compared: 0, inside: 0, wrong: [] };
	const first = walker.minuteOf(FIRST, '08:00');
	for (let step = 0; step < steps; step++) {
		const minute = first + Math.floor((step * DAYS * DAY) / steps) + draw(14 * 60);
		const back = turnClock(() => minute * 60_000);
		for (let deed = 0; deed < 4; deed++) await act({ minute, draw, fault });
		await compare(seen, { minute, draw, fault });
		back();
	}
	return seen;
}

async function forgetAll(): Promise<void> {
	for (const table of ['assignments', 'shifts', 'desk_exceptions', 'desk_spells'])
		await at.ground.db.query(`delete from ${table}`);
	walker.shifts.clear();
	walker.off.clear();
	walker.extras.clear();
}

type Now = { readonly minute: number; readonly draw: Draw; readonly fault: string | undefined };
type Deed = (now: Now) => Promise<void>;

/** Most often somebody writes a shift and takes it. */
const act: Deed = (now) => (DEEDS[now.draw(DEEDS.length)] ?? plan)(now);
const plan: Deed = async (now) => {
	const day = someDay(now);
	const [starts = '', minutes = ''] = of(SPELLS, now.draw).split(' ');
	const from = walker.minuteOf(day, starts);
	const span = { from, to: from + Number(minutes) };
	const { id } = await buildShift({ day, ...inInstants(span), places: 3 });
	walker.shifts.set(id, { at: span, holders: 0, isOff: false });
	await take(now, id);
};
const take = async ({ draw }: Now, id: string): Promise<void> => {
	const held = await assignments(at.ground.db).ofShifts([id]);
	const holders = held.filter(({ state }) => state === 'taken').map(({ accountId }) => accountId);
	const free = people.filter((one) => !holders.includes(one.id));
	const shift = await shifts(at.ground.db).byId(id);
	const known = walker.shifts.get(id);
	if (!shift || !known || known.isOff || free.length === 0) return;
	const accountId = of(free, draw).id;
	await at.ground.db.transaction((tx) => takePlace(tx, shift, { mine: null, accountId, byWay: 'self' }));
	known.holders += 1;
};
const takeAny: Deed = (now) => withShift(now, (id) => take(now, id));
const leave: Deed = (now) =>
	withShift(now, async (id) => {
		const [one] = (await assignments(at.ground.db).ofShifts([id])).filter(({ state }) => state === 'taken');
		const shift = await shifts(at.ground.db).byId(id);
		const known = walker.shifts.get(id);
		if (!one || !shift || !known) return;
		if (now.fault === 'forgetful') await assignments(at.ground.db).setState(one.id, 'withdrawn', new Date());
		else await at.ground.db.transaction((tx) => leavePlace(tx, shift, { one }));
		known.holders -= 1;
	});
const move: Deed = (now) =>
	withShift(now, async (id) => {
		const known = walker.shifts.get(id);
		if (!known) return;
		const by = of([-90, -15, 30, 60, DAY], now.draw);
		known.at = { from: known.at.from + by, to: known.at.to + by };
		const { startsAt, endsAt } = inInstants(known.at);
		await changeShift('starts_at = $2, ends_at = $3', [id, startsAt, endsAt]);
	});
const cancel: Deed = (now) =>
	withShift(now, async (id) => {
		const known = walker.shifts.get(id);
		if (known) known.isOff = true;
		await changeShift(`state = 'cancelled'`, [id]);
	});
const holiday: Deed = async (now) => {
	const day = someDay(now);
	await addException({ deskId: 'desk', day, opens: '', closes: '' }, leader);
	walker.off.add(day);
};
const extra: Deed = async (now) => {
	const day = someDay(now);
	const [opens = '', closes = ''] = of(EXTRAS, now.draw).split(' ');
	await addException({ deskId: 'desk', day, opens, closes }, leader);
	walker.extras.set(day, new Map(walker.extras.get(day)).set(opens, closes));
};
const clear: Deed = async (now) => {
	const day = of([...walker.off, ...walker.extras.keys(), someDay(now)], now.draw);
	await clearExceptions({ deskId: 'desk', day }, leader);
	walker.off.delete(day);
	walker.extras.delete(day);
};
const openNow: Deed = async ({ minute }) => {
	const day = walker.dayAt(minute);
	const [opens, closes] = [walker.timeAt(minute), walker.timeAt(minute + 45)];
	if (walker.dayAt(minute + 45) !== day) return;
	await openDeskUntil({ deskId: 'desk', closes }, leader);
	walker.extras.set(day, new Map(walker.extras.get(day)).set(opens, closes));
};
const closeNow: Deed = async ({ minute }) => {
	const day = walker.dayAt(minute);
	await closeDeskForToday({ deskId: 'desk' }, leader);
	walker.off.add(day);
	walker.extras.delete(day);
};
const DEEDS = [plan, plan, plan, plan, takeAny, leave, leave, move, cancel, holiday, extra, clear, openNow, closeNow];

/** One that is not over. */
async function withShift({ minute, draw }: Now, deed: (id: string) => Promise<void>): Promise<void> {
	const all = [...walker.shifts].filter(([, { at }]) => at.to > minute).map(([id]) => id);
	if (all.length > 0) await deed(of(all, draw));
}

const changeShift = (change: string, values: readonly unknown[]): Promise<void> =>
	at.ground.db.transaction(async (tx) => {
		await tx.query(`update shifts set ${change} where id = $1`, values);
		await followDesk(tx, 'desk');
	});

/** Of the next weeks, and rather one of those on which the clock is changed. */
function someDay({ minute, draw }: Now): string {
	const today = walker.dayAt(minute);
	const near = CHANGES.filter((day) => today <= day && day < addDays(today, 30));
	return near.length > 0 && draw(3) === 0 ? of(near, draw) : addDays(today, draw(30));
}

/** At every edge that is still to come, a minute before and after it, and now and then. */
async function compare(seen: Seen, now: Now): Promise<void> {
	const { minute, draw } = now;
	const from = minute - 3 * DAY;
	const marked = walker.covered(from, minute + (AHEAD + 2) * DAY);
	const edges = marked.flatMap((is, index) => (index > 0 && is !== marked[index - 1] ? [from + index] : []));
	const some = Array.from({ length: 12 }, () => minute + draw(2 * DAY));
	const moments = [minute, ...some, ...edges.flatMap((edge) => [edge - 1, edge, edge + 1])];
	const hours = await hoursNow(now.fault);
	for (const moment of moments.filter((one) => one >= minute && one < minute + 3 * DAY)) {
		const state = deskStateAt(hours, new Date(moment * 60_000 + draw(60_000)), HERE);
		const ours = { inside: state.open, since: state.since, closes: state.closes, opens: state.opens };
		note(seen, { moment, ours, theirs: walker.told(marked, from, moment) });
	}
}

function note(seen: Seen, { moment, ours, theirs }: { moment: number; ours: Told; theirs: Told }): void {
	seen.compared += 1;
	if (theirs.inside) seen.inside += 1;
	const [one, other] = [ours, theirs].map((told) => JSON.stringify(told));
	if (one !== other) seen.wrong.push(`${walker.wallAt(moment)}: ${one} is ${other}`);
}

/** Faults: `winter` knows no summer time, `no-holidays` no single days. */
async function hoursNow(fault: string | undefined) {
	const desk = await deskById(at.ground.db, 'desk');
	if (!desk) throw new Error('no desk');
	const hours = await hoursOf(at.ground.db, desk);
	if (fault === 'no-holidays') return { ...hours, exceptions: [] };
	return fault === 'winter' ? { ...hours, zone: 'Etc/GMT-2' } : hours;
}

const inInstants = ({ from, to }: { from: number; to: number }) => ({
	startsAt: new Date(from * 60_000),
	endsAt: new Date(to * 60_000),
});

function of<One>(all: readonly One[], draw: Draw): One {
	const one = all[draw(all.length)];
	if (one === undefined) throw new Error('there is nothing to choose from');
	return one;
}

function dice(seed: number): Draw {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	};
}
