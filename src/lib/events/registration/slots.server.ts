import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Occurrence } from '../event.ts';
import type { Registration } from './registration.ts';
import { TAKES } from './seats.ts';
import { slotChanges, type SlotChanges, type SlotRow, slotsOf } from './slots.ts';
import { slots } from './store.server.ts';

/** Those of a locked date: made at first asking, and moved with the date. Null where nobody books a time. */
export async function keepSlots(
	tx: Queryable,
	of: Occurrence,
	all: readonly Registration[],
): Promise<readonly SlotRow[] | null> {
	if (of.slotMinutes === null) return null;
	const rows = await slots(tx).of(of.id);
	const changes = slotChanges(of, rows, bookedSlots(all));
	if (isNothing(changes)) return rows;
	await slots(tx).remove(changes.dropped);
	await slots(tx).move(inOrder(changes.moved, rows));
	await slots(tx).add(of.id, withIds(changes));
	return slots(tx).of(of.id);
}

/** The same as they would be, for whoever only looks. */
export async function lookAtSlots(
	db: Queryable,
	of: Occurrence,
	all: readonly Registration[],
): Promise<readonly SlotRow[] | null> {
	if (of.slotMinutes === null) return null;
	const rows = await slots(db).of(of.id);
	if (rows.length === 0) return slotsOf(of).map((slot, place) => ({ ...slot, id: String(place) }));
	const changes = slotChanges(of, rows, bookedSlots(all));
	const left = rows.filter(({ id }) => !changes.dropped.includes(id));
	return [...left.map((row) => changes.moved.find(({ id }) => id === row.id) ?? row), ...withIds(changes)];
}

/** Times that somebody has. */
export function bookedSlots(all: readonly Registration[]): ReadonlySet<string> {
	return new Set(all.flatMap(({ slotId, state }) => (slotId !== null && TAKES.includes(state) ? [slotId] : [])));
}

type Times = { readonly slots: readonly SlotRow[] | null; readonly all: readonly Registration[] };

/** Times that may be given to somebody. */
export function freeSlots({ slots: own, all }: Times): SlotRow[] {
	const taken = bookedSlots(all);
	return (own ?? []).filter(({ id, isWalkIn }) => !isWalkIn && !taken.has(id));
}

const isNothing = ({ moved, missing, dropped }: SlotChanges): boolean =>
	moved.length + missing.length + dropped.length === 0;

const withIds = ({ missing }: SlotChanges): SlotRow[] => missing.map((slot) => ({ ...slot, id: newId() }));

/** A day that moves on takes its last time first, so that no time meets another one. */
function inOrder(moved: readonly SlotRow[], rows: readonly SlotRow[]): readonly SlotRow[] {
	const [first] = moved;
	const before = rows.find(({ id }) => id === first?.id);
	const isLater = first !== undefined && before !== undefined && first.startsAt > before.startsAt;
	return isLater ? moved.toReversed() : moved;
}
