import { instantAt, now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { wholes } from '../people/read.server.ts';
import { volunteers } from '../people/store.server.ts';
import { assignments } from '../shifts/store.server.ts';
import type { NamedShift } from '../shifts/told.ts';
import { told } from '../shifts/told/store.server.ts';
import { type Field, monthsAround } from './field.ts';

export type ReadField = Omit<Field, 'shifts'> & { readonly shifts: readonly NamedShift[] };

/** Everything that a suggestion for these weeks is made of. */
export async function readField(db: Queryable, organisationIds: readonly string[], weeks: number): Promise<ReadField> {
	const at = now();
	const until = new Date(at.getTime() + weeks * 7 * 86_400_000);
	const { from, to } = monthsAround(at, until);
	const all = await told(db).between(organisationIds, instantAt(from, '00:00'), instantAt(to, '00:00'));
	const ids = all.map(({ id }) => id);
	const people = await readPeople(db, organisationIds);
	const known = await assignments(db).knownWorks(people.map(({ id }) => id));
	return {
		...{ at, until, people, known },
		...{ shifts: all, assignments: await assignments(db).ofShifts(ids) },
	};
}

async function readPeople(db: Queryable, organisationIds: readonly string[]) {
	const people = await wholes(db, await volunteers(db).within(organisationIds));
	const last = await assignments(db).lastShifts(people.map(({ id }) => id));
	return people.map((one) => ({ ...one, lastShiftAt: last.get(one.id) ?? null }));
}
