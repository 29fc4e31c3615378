import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Slot, slotChanges, type SlotRow, slotsOf } from './slots.ts';

const at = (time: string): Date => new Date(`2026-03-12T${time}:00Z`);
const day = { startsAt: at('09:00'), endsAt: at('12:00'), slotMinutes: 20, walkIn: 2 };
const times = (all: readonly Slot[]): string[] => all.map(({ startsAt }) => startsAt.toISOString().slice(11, 16));
const rowsOf = (all: readonly Slot[]): SlotRow[] => all.map((slot, place) => ({ ...slot, id: String(place) }));
const NOBODY = new Set<string>();

test('three hours are nine times of twenty minutes; two of them, apart from each other, are for whoever just comes', () => {
	const all = slotsOf(day);
	expect(times(all)).toEqual(['09:00', '09:20', '09:40', '10:00', '10:20', '10:40', '11:00', '11:20', '11:40']);
	expect(times(all.filter(({ isWalkIn }) => isWalkIn))).toEqual(['09:40', '11:00']);
	expect(slotsOf({ ...day, endsAt: at('09:50') })).toHaveLength(2);
	expect(slotsOf({ ...day, slotMinutes: null })).toEqual([]);
});

test('whoever has the third time of a day has the third time of the day it was moved to', () => {
	const rows = rowsOf(slotsOf(day));
	const { moved, missing, dropped } = slotChanges(
		{ ...day, startsAt: at('12:20'), endsAt: at('15:20') },
		rows,
		new Set(['2']),
	);
	expect(moved.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
	expect(moved[2]?.startsAt).toEqual(at('13:00'));
	expect([missing, dropped]).toEqual([[], []]);
});

test('a shorter day drops the times at its end, but for those that somebody has; a longer one gets more', () => {
	const rows = rowsOf(slotsOf(day));
	expect(slotChanges({ ...day, endsAt: at('11:00') }, rows, new Set(['8'])).dropped).toEqual(['6', '7']);
	expect(times(slotChanges({ ...day, endsAt: at('12:40') }, rows, NOBODY).missing)).toEqual(['12:00', '12:20']);
});

test('times of another length are made anew while nobody has one, else they stay', () => {
	const rows = rowsOf(slotsOf(day));
	const longer = { ...day, slotMinutes: 30 };
	expect(slotChanges(longer, rows, NOBODY)).toMatchObject({
		moved: [],
		missing: { length: 6 },
		dropped: { length: 9 },
	});
	expect(slotChanges(longer, rows, new Set(['0']))).toEqual({ moved: [], missing: [], dropped: [] });
});

test('what was changed needs no more change, and no time that somebody has is dropped or given to walk-ins', () => {
	const someDay = fc.record({
		startsAt: fc.integer({ min: 0, max: 40 }).map((step) => new Date(at('06:00').getTime() + step * 600_000)),
		minutes: fc.integer({ min: 5, max: 300 }),
		slotMinutes: fc.constantFrom(10, 20, 30),
		walkIn: fc.integer({ min: 0, max: 8 }),
	});
	const whole = ({
		startsAt,
		minutes,
		...rest
	}: {
		startsAt: Date;
		minutes: number;
		slotMinutes: number;
		walkIn: number;
	}) => ({
		...{ startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) },
		...rest,
	});
	fc.assert(
		fc.property(someDay, someDay, fc.array(fc.nat(10)), (before, after, who) => {
			const rows = rowsOf(slotsOf(whole(before)));
			const booked = new Set(rows.filter((_, place) => who.includes(place)).map(({ id }) => id));
			const { moved, missing, dropped } = slotChanges(whole(after), rows, booked);
			expect(dropped.filter((id) => booked.has(id))).toEqual([]);
			expect(moved.filter(({ id, isWalkIn }) => isWalkIn && booked.has(id))).toEqual([]);
			const left = rows.filter(({ id }) => !dropped.includes(id));
			const next = [
				...left.map((row) => moved.find(({ id }) => id === row.id) ?? row),
				...missing.map((slot, place) => ({ ...slot, id: `new-${place}` })),
			];
			expect(slotChanges(whole(after), next, booked)).toEqual({ moved: [], missing: [], dropped: [] });
		}),
	);
});
