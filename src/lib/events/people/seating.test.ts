import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CALL_MS, freeSeats, type Room } from '../registration/seats.ts';
import { type InLine, mayBeCalled, seatsByHand, seatsNow } from './seating.ts';

const HOUR = 3_600_000;
const room: Room = { capacity: 10, reserve: 2, startsAt: 100 * 24 * HOUR };
const late = room.startsAt - HOUR;

type One = InLine & { presence: 'came' | 'absent' | null };
const one = (turn: number, state: One['state'], more: Partial<One> = {}): One => ({
	...{ id: String(turn), turn, state, seats: 1, heldUntil: null, offeredUntil: null, shortSince: null },
	...{ isReachable: true, tries: 0, presence: null },
	...more,
});

test('from the beginning on the seats that were kept, and those of whoever is absent, are for those at the door', () => {
	const all = [one(1, 'confirmed', { seats: 6 }), one(2, 'confirmed', { seats: 2 }), one(3, 'waiting')];
	expect(seatsNow(room, all, late)).toEqual({ taken: 8, came: 0, waiting: 1, free: 0, kept: 2 });
	const begun = [{ ...all[0], presence: 'came' } as One, { ...all[1], presence: 'absent' } as One, all[2] as One];
	expect(seatsNow(room, begun, room.startsAt)).toEqual({ taken: 8, came: 6, waiting: 1, free: 4, kept: 0 });
	expect(seatsByHand({ ...room, capacity: null }, all, room.startsAt)).toBeNull();
});

test('whoever was not tried keeps her seat while others behind her are called', () => {
	const seven = one(1, 'confirmed', { seats: 7 });
	const ids = (line: One[]): string[] => [...mayBeCalled(room, [seven, ...line], late)];
	expect(ids([one(2, 'waiting'), one(3, 'waiting')])).toEqual(['2']);
	expect(ids([one(2, 'waiting', { tries: 1 }), one(3, 'waiting')])).toEqual(['2', '3']);
	expect(ids([one(2, 'waiting', { isReachable: false }), one(3, 'waiting')])).toEqual(['3']);
	expect(ids([one(2, 'waiting', { seats: 2 }), one(3, 'waiting')])).toEqual(['3']);
});

test('nobody is on the list before the last two days, and nobody once it has begun', () => {
	const line = [one(1, 'waiting')];
	expect(mayBeCalled(room, line, room.startsAt - CALL_MS - 1).size).toBe(0);
	expect(mayBeCalled(room, line, room.startsAt).size).toBe(0);
	expect(mayBeCalled(room, line, room.startsAt - CALL_MS).size).toBe(1);
});

const anyone = fc.record({
	state: fc.constantFrom('waiting' as const, 'confirmed' as const, 'cancelled' as const),
	seats: fc.integer({ min: 1, max: 4 }),
	isReachable: fc.boolean(),
	tries: fc.nat(2),
});

test('whoever is called while others wait untried before her leaves a seat for each of them', () => {
	fc.assert(
		fc.property(fc.array(anyone, { maxLength: 12 }), (drawn) => {
			const all = drawn.map((given, turn) => one(turn, given.state, given));
			const free = freeSeats(room, all) ?? 0;
			for (const id of mayBeCalled(room, all, late)) {
				const her = all[Number(id)];
				const before = all.filter(
					({ turn, state, seats }) => turn < Number(id) && state === 'waiting' && seats <= free,
				);
				const untried = before.filter(({ isReachable, tries }) => isReachable && tries === 0);
				const seats = untried.reduce((total, other) => total + other.seats, her?.seats ?? 0);
				expect(seats).toBeLessThanOrEqual(free);
			}
		}),
	);
});
