import { addDays, now, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import type { Occurrence, Series } from '../event.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { asPlanned, plannedOf } from './asPlanned.ts';
import { daysOf } from './rule.ts';
import { placesTaken, series } from './store.server.ts';

/** So far ahead there is a row for each date. */
export const MONTHS_AHEAD = 18;

/** Makes the rows that are missing from that day on; one that is there is never touched. */
export async function materialise(tx: Queryable, of: Series, from = of.from): Promise<void> {
	const taken = await placesTaken(tx, of.id);
	const days = daysOf(of, horizon()).filter((day) => day >= from && !taken.has(day));
	await occurrences(tx).addMissing(days.map((day) => occurrenceOn(of, day)));
}

/** Every night: the dates that have come within eighteen months. The past is not written by a rule of today. */
export async function materialiseAll(db: Queryable): Promise<void> {
	for (const one of await series(db).living()) await materialise(db, one, today());
}

export function horizon(): string {
	return addDays(today(), Math.round(MONTHS_AHEAD * 30.5));
}

/** A date as its series plans it. The wall clock is the truth; the instant follows from it (docs/decisions/0027). */
export function occurrenceOn(of: Series, day: string): Occurrence {
	const planned = asPlanned(of, day);
	return {
		...{ id: newId(), seriesId: of.id, originalDay: day, ...planned, planned: plannedOf(planned) },
		...{ names: null, notice: null, state: 'planned', cause: null, reason: null },
		...{ replacedBy: null, replacedByLine: null, detached: false, isFull: false, sequence: 0, changedAt: now() },
	};
}
