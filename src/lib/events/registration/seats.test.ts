import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	CALL_MS,
	callList,
	freeSeats,
	GROUP_BLOCKS_MS,
	OFFER_MS,
	type Room,
	type Seated,
	settle,
	stateOfNew,
} from './seats.ts';

const HOUR = 3_600_000;
const room: Room = { capacity: 10, reserve: 2, startsAt: 100 * 24 * HOUR };
const seated = (turn: number, state: Seated['state'], seats = 1, more: Partial<Seated> = {}): Seated => ({
	...{ id: String(turn), turn, state, seats, heldUntil: null, offeredUntil: null, shortSince: null },
	...more,
});
const after = (all: readonly Seated[], changed: readonly Seated[]): Seated[] =>
	all.map((one) => changed.find(({ id }) => id === one.id) ?? one);

test('seats for those who just come are promised to nobody', () => {
	expect(freeSeats(room, [seated(1, 'confirmed', 5), seated(2, 'waiting', 4), seated(3, 'cancelled', 2)])).toBe(3);
	expect(stateOfNew(room, [seated(1, 'confirmed', 8)], 1)).toBe('waiting');
	expect(stateOfNew(room, [], 8)).toBe('held');
	expect(stateOfNew(room, [], 9)).toBeNull();
	expect(stateOfNew({ ...room, capacity: null }, [seated(1, 'confirmed', 900)], 20)).toBe('held');
});

test('whoever comes while somebody waits stands behind her, even where a seat is free', () => {
	expect(stateOfNew(room, [seated(1, 'confirmed', 7), seated(2, 'waiting', 2)], 1)).toBe('waiting');
});

test('a seat that becomes free is offered to the first in the line for a day', () => {
	const all = [seated(1, 'confirmed', 7), seated(3, 'waiting'), seated(2, 'waiting')];
	expect(settle(room, all, 5 * HOUR)).toEqual([seated(2, 'offered', 1, { offeredUntil: 5 * HOUR + OFFER_MS })]);
});

test('a waiting entry that goes while all is full promotes nobody', () => {
	const all = [seated(1, 'confirmed', 8), seated(2, 'cancelled'), seated(3, 'waiting')];
	expect(settle(room, all, HOUR)).toEqual([]);
});

test('an offer that nobody took goes to the next one, and the first stands there no more', () => {
	const all = [seated(1, 'confirmed', 7), seated(2, 'offered', 1, { offeredUntil: HOUR }), seated(3, 'waiting')];
	expect(settle(room, all, HOUR).map(({ id, state }) => [id, state])).toEqual([
		['2', 'expired'],
		['3', 'offered'],
	]);
});

test('an offer never reaches into the last two days; then there is a list of whom to call', () => {
	const late = room.startsAt - CALL_MS - HOUR;
	const all = [seated(1, 'confirmed', 7), seated(2, 'waiting')];
	expect(settle(room, all, late)[0]?.offeredUntil).toBe(room.startsAt - CALL_MS);
	expect(settle(room, all, late + HOUR)).toEqual([]);
	expect(callList(room, all, late)).toEqual([]);
	expect(callList(room, all, late + HOUR).map(({ id }) => id)).toEqual(['2']);
	expect(callList(room, all, room.startsAt)).toEqual([]);
});

test('two sisters for whom there is one seat keep their place, and hold the others up for a day at most', () => {
	const all = [seated(1, 'confirmed', 7), seated(2, 'waiting', 2), seated(3, 'waiting')];
	const first = after(all, settle(room, all, HOUR));
	expect(first.map(({ state }) => state)).toEqual(['confirmed', 'waiting', 'waiting']);
	expect(settle(room, first, HOUR + GROUP_BLOCKS_MS - 1)).toEqual([]);
	expect(settle(room, first, HOUR + GROUP_BLOCKS_MS).map(({ id, state }) => [id, state])).toEqual([['3', 'offered']]);
});

/** What can happen at a date, drawn at random. */
const happening = fc.oneof(
	fc.record({ kind: fc.constant('ask' as const), seats: fc.integer({ min: 1, max: 4 }) }),
	fc.record({ kind: fc.constantFrom('confirm' as const, 'cancel' as const, 'decline' as const), who: fc.nat(30) }),
	fc.record({ kind: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 40 }) }),
	fc.record({ kind: fc.constant('capacity' as const), capacity: fc.integer({ min: 1, max: 12 }) }),
);
type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;
type World = { room: Room; all: Seated[]; at: number };

function step(world: World, what: Happening): World {
	const { room: now, all, at } = world;
	if (what.kind === 'pass') return { ...world, at: at + what.hours * HOUR };
	if (what.kind === 'capacity') return { ...world, room: { ...now, capacity: what.capacity } };
	if (what.kind === 'ask') {
		const state = stateOfNew(now, all, what.seats);
		if (state === null) return world;
		const heldUntil = state === 'held' ? at + HOUR / 6 : null;
		return { ...world, all: [...all, seated(all.length + 1, state, what.seats, { heldUntil })] };
	}
	const from = { confirm: ['held', 'offered'], cancel: ['confirmed', 'waiting'], decline: ['offered'] }[what.kind];
	const to = ({ confirm: 'confirmed', cancel: 'cancelled', decline: 'declined' } as const)[what.kind];
	const whom = all[what.who % Math.max(1, all.length)];
	if (!whom || !from.includes(whom.state)) return world;
	return { ...world, all: after(all, [{ ...whom, state: to, heldUntil: null, offeredUntil: null }]) };
}

test('in ten thousand histories nobody sits twice, nobody overtakes, and nothing is offered that is not free', () => {
	const start: World = { room: { capacity: 6, reserve: 1, startsAt: 20 * 24 * HOUR }, all: [], at: 0 };
	fc.assert(
		fc.property(fc.array(happening, { maxLength: 40 }), (history) => {
			let world = start;
			for (const what of history) {
				world = step(world, what);
				const free = freeSeats(world.room, world.all);
				const changed = settle(world.room, world.all, world.at);
				const offered = changed.filter(({ state }) => state === 'offered');
				const expired = changed.filter(({ state }) => state === 'expired');
				const sum = (all: readonly Seated[]): number => all.reduce((total, { seats }) => total + seats, 0);
				if (offered.length > 0) expect(sum(offered)).toBeLessThanOrEqual((free ?? 0) + sum(expired));
				expect(offered.every(({ offeredUntil }) => Number(offeredUntil) <= world.room.startsAt - CALL_MS)).toBe(true);
				const next = after(world.all, changed);
				expect(settle(world.room, next, world.at)).toEqual([]);
				for (const one of offered) expect(overtaken(world, one)).toEqual([]);
				world = { ...world, all: next };
			}
		}),
		{ numRuns: 10_000 },
	);
});

/** Those who were before her, would have fitted, and still wait. */
function overtaken({ room: now, all, at }: World, one: Seated): Seated[] {
	const next = after(all, settle(now, all, at));
	const before = next.filter(({ state, turn }) => state === 'waiting' && turn < one.turn);
	return before.filter((other) => other.seats <= one.seats || at - (other.shortSince ?? at) < GROUP_BLOCKS_MS);
}
