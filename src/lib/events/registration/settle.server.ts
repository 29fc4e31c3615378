import { instant, now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Occurrence } from '../event.ts';
import { tell, type Word } from '../notices/tell.server.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { LEFT_MS, type Registration, roomOf, seatedOf } from './registration.ts';
import { freeSeats, type Room, type Seated, settle, TAKES } from './seats.ts';
import { freeSlots, keepSlots, lookAtSlots } from './slots.server.ts';
import type { SlotRow } from './slots.ts';
import { type ChangedRegistration, registrations } from './store.server.ts';

/** A date with its line. `slots`: null where nobody books a time. */
export type Line = {
	readonly of: Occurrence;
	readonly room: Room;
	readonly slots: readonly SlotRow[] | null;
	readonly all: readonly Registration[];
};

/** Locks the date, so that one change after the other is made; null when there is no such date. */
export async function lockLine(tx: Queryable, occurrenceId: string): Promise<Line | null> {
	const of = await occurrences(tx).locked(occurrenceId);
	const all = of && (await registrations(tx).ofOccurrence(of.id));
	return all && lineOf(of, all, await keepSlots(tx, of, all));
}

export async function readLine(db: Queryable, of: Occurrence): Promise<Line> {
	const all = await registrations(db).ofOccurrence(of.id);
	return lineOf(of, all, await lookAtSlots(db, of, all));
}

/**
 * After any change of a locked date: what has run out ends, seats that are free are offered in turn, and each who is
 * touched is told. Gives what changed. Called again it changes nothing.
 */
export async function settleLine(tx: Queryable, occurrenceId: string): Promise<readonly Registration[]> {
	const line = await lockLine(tx, occurrenceId);
	if (!line) return [];
	const settled = settledLine(line);
	await saveChanged(tx, settled.changed);
	for (const { to, word } of settled.words) await tell(tx, to, word);
	await registrations(tx).setFull(occurrenceId, isFull(settled.line));
	return settled.changed;
}

export type Told = { readonly to: Registration; readonly word: Word };
type Settled = { readonly line: Line; readonly changed: readonly Registration[]; readonly words: readonly Told[] };

/** The line as it is by now, without a word to the database. At a date that is not held nothing moves. */
export function settledLine(line: Line): Settled {
	if (line.of.state !== 'planned') return { line, changed: [], words: [] };
	const kept = line.all.map(endLeft);
	const seats = new Map(settle(line.room, kept.map(seatedOf), instant()).map((one) => [one.id, one]));
	const ended = kept.map((one) => seatedAs(one, seats.get(one.id)));
	const all = line.slots === null ? ended : withSlots(ended, line.slots);
	const touched = all.filter(({ id }, place) => seats.has(id) || kept[place] !== line.all[place]);
	if (touched.length === 0) return { line, changed: [], words: [] };
	const before = new Map(line.all.map((one) => [one.id, one]));
	return {
		line: { ...line, all },
		changed: touched,
		words: touched.flatMap((one) => wordsOf(before.get(one.id), one)),
	};
}

/** A time that somebody gives up may be another one's in the same breath: first all who leave, then all who come. */
export async function saveChanged(tx: Queryable, changed: readonly ChangedRegistration[]): Promise<void> {
	for (const write of writesOfChanged(tx, changed)) await write();
}

/** The same, for whoever sends more with it: to be written in this order. */
export function writesOfChanged(tx: Queryable, changed: readonly ChangedRegistration[]): (() => Promise<void>)[] {
	const coming = changed.filter(({ state }) => TAKES.includes(state));
	const leaving = changed.filter(({ state }) => !TAKES.includes(state));
	return [leaving, coming]
		.filter(({ length }) => length > 0)
		.map((some) => () => registrations(tx).saveAll(some, now()));
}

/** Nobody who asks for one seat now gets it at once. */
export function isFull({ room, all }: Pick<Line, 'room' | 'all'>): boolean {
	const free = freeSeats(room, all.map(seatedOf));
	return free !== null && (free <= 0 || all.some(({ state }) => state === 'waiting'));
}

function lineOf(of: Occurrence, all: readonly Registration[], own: readonly SlotRow[] | null): Line {
	return { of, all, slots: own, room: roomOf(of, own?.filter(({ isWalkIn }) => !isWalkIn).length ?? null) };
}

/** Nobody could tell her of a seat, and whoever came after her would wait behind an empty chair. */
function endLeft(one: Registration): Registration {
	const isLeft = one.state === 'waiting' && one.filledAt === null && instant() - one.madeAt.getTime() >= LEFT_MS;
	return isLeft ? { ...one, state: 'expired', shortSince: null } : one;
}

function seatedAs(one: Registration, seat: Seated | undefined): Registration {
	if (!seat) return one;
	const { state, heldUntil, offeredUntil, shortSince } = seat;
	return {
		...one,
		...{ state, heldUntil: momentOf(heldUntil), offeredUntil: momentOf(offeredUntil) },
		shortSince: momentOf(shortSince),
	};
}

const momentOf = (milliseconds: number | null): Date | null => (milliseconds === null ? null : new Date(milliseconds));

/** Whoever is offered a seat is offered a time: the first that is free. */
function withSlots(all: readonly Registration[], own: readonly SlotRow[]): Registration[] {
	const free = freeSlots({ slots: own, all });
	return all.map((one) => {
		if (one.state !== 'offered' || one.slotId !== null) return one;
		return { ...one, slotId: free.shift()?.id ?? null };
	});
}

function wordsOf(before: Registration | undefined, after: Registration): Told[] {
	if (!before || before.state === after.state) return [];
	const key = (until: Date | null): string => `${until?.getTime()}`;
	if (after.state === 'offered') {
		return [{ to: after, word: { about: 'offered', key: `offered/${key(after.offeredUntil)}` } }];
	}
	if (before.state !== 'offered' || after.state !== 'expired') return [];
	return [{ to: after, word: { about: 'offer-over', key: `offer-over/${key(before.offeredUntil)}` } }];
}
