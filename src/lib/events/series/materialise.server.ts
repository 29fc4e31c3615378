import { addDays, instantAt, now, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Occurrence, Planned, Series } from '../event.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { daysOf } from './rule.ts';
import { series } from './store.server.ts';

/** So far ahead there is a row for each date. */
export const MONTHS_AHEAD = 18;

/** Makes the rows that are missing; one that is there is never touched. */
export async function materialise(tx: Queryable, of: Series): Promise<void> {
	await occurrences(tx).addMissing(daysOf(of, horizon()).map((day) => occurrenceOn(of, day)));
}

/** Every night: the dates that have come within eighteen months. */
export async function materialiseAll(db: Queryable): Promise<void> {
	for (const one of await series(db).living()) await materialise(db, one);
}

export function horizon(): string {
	return addDays(today(), Math.round(MONTHS_AHEAD * 30.5));
}

/** A date as its series plans it. The wall clock is the truth; the instant follows from it (docs/decisions/0027). */
export function occurrenceOn(of: Series, day: string): Occurrence {
	const { starts, minutes, mode, placeId } = of;
	const planned: Planned = { day, starts, minutes, mode, placeId };
	return {
		...{ id: newId(), seriesId: of.id, originalDay: day, planned },
		...{ ...planned, ...momentsOf(planned, of.zone) },
		...{ link: null, capacity: of.capacity, walkIn: of.walkIn, slotMinutes: of.slotMinutes },
		...{ names: null, notice: null, state: 'planned', cause: null, reason: null },
		...{ replacedBy: null, replacedByLine: null, detached: false, isFull: false, sequence: 0, changedAt: now() },
	};
}

/** Minutes are those that pass, so a date over the clock change is of its full length. */
export function momentsOf(
	{ day, starts, minutes }: Pick<Planned, 'day' | 'starts' | 'minutes'>,
	zone: string,
): { startsAt: Date; endsAt: Date } {
	const startsAt = instantAt(day, starts, zone);
	return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) };
}
