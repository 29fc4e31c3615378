import { instant, now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Occurrence } from '../event.ts';
import { tell } from '../notices/tell.server.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { type Registration, roomOf, seatedOf } from './registration.ts';
import { freeSeats, type Room, type Seated, settle } from './seats.ts';
import { registrations, slots } from './store.server.ts';

/** A locked date with its line: what every change of a registration begins with. */
export type Line = { readonly of: Occurrence; readonly room: Room; readonly all: readonly Registration[] };

/** Locks the date, so that one change after the other is made; null when there is no such date. */
export async function lockLine(tx: Queryable, occurrenceId: string): Promise<Line | null> {
	const of = await occurrences(tx).locked(occurrenceId);
	return of && readLine(tx, of);
}

export async function readLine(db: Queryable, of: Occurrence): Promise<Line> {
	const own = of.slotMinutes === null ? null : await slots(db).of(of.id);
	const room = roomOf(of, own?.filter(({ isWalkIn }) => !isWalkIn).length ?? null);
	return { of, room, all: await registrations(db).ofOccurrence(of.id) };
}

/**
 * After any change of a locked date: what has run out ends, seats that are free are offered in turn, and each who is
 * touched is told. Gives what changed. Called again it changes nothing.
 */
export async function settleLine(tx: Queryable, occurrenceId: string): Promise<readonly Seated[]> {
	const line = await lockLine(tx, occurrenceId);
	if (!line) return [];
	const seated = line.all.map(seatedOf);
	const changed = line.of.state === 'planned' ? settle(line.room, seated, instant()) : [];
	for (const one of changed) await take(tx, line, one);
	const after = seated.map((one) => changed.find(({ id }) => id === one.id) ?? one);
	await registrations(tx).setFull(occurrenceId, isFull(line.room, after));
	return changed;
}

/** Nobody who asks for one seat now gets it at once. */
function isFull(room: Room, all: readonly Seated[]): boolean {
	const free = freeSeats(room, all);
	return free !== null && (free <= 0 || all.some(({ state }) => state === 'waiting'));
}

async function take(tx: Queryable, { all }: Line, changed: Seated): Promise<void> {
	const before = all.find(({ id }) => id === changed.id);
	if (!before) return;
	await registrations(tx).setSeat(changed, now());
	if (before.state === changed.state) return;
	if (changed.state === 'offered') await tell(tx, before, { about: 'offered', key: `offered/${changed.offeredUntil}` });
	if (before.state === 'offered' && changed.state === 'expired') {
		await tell(tx, before, { about: 'offer-over', key: `offer-over/${before.offeredUntil?.getTime()}` });
	}
}
