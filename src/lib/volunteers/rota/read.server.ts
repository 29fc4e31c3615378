import { instantAt, now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { wholes } from '../people/read.server.ts';
import { volunteers } from '../people/store.server.ts';
import { assignments, shifts } from '../shifts/store.server.ts';
import { type Field, monthsAround } from './field.ts';
import { rotaFacts, type ShiftFacts } from './store.server.ts';

export type ReadField = Field & { readonly facts: ReadonlyMap<string, ShiftFacts> };

/** Everything that a suggestion for these weeks is made of. */
export async function readField(db: Queryable, organisationIds: readonly string[], weeks: number): Promise<ReadField> {
	const at = now();
	const until = new Date(at.getTime() + weeks * 7 * 86_400_000);
	const { from, to } = monthsAround(at, until);
	const all = await shifts(db).between(organisationIds, instantAt(from, '00:00'), instantAt(to, '00:00'));
	const ids = all.map(({ id }) => id);
	const facts = new Map((await rotaFacts(db).ofShifts(ids)).map((one) => [one.id, one]));
	const people = await readPeople(db, organisationIds);
	const known = await assignments(db).knownWorks(people.map(({ id }) => id));
	return {
		...{ at, until, people, facts, known },
		...{ shifts: all, assignments: await assignments(db).ofShifts(ids) },
	};
}

async function readPeople(db: Queryable, organisationIds: readonly string[]) {
	const people = await wholes(db, await volunteers(db).within(organisationIds));
	const last = await rotaFacts(db).lastShifts(people.map(({ id }) => id));
	return people.map((one) => ({ ...one, lastShiftAt: last.get(one.id) ?? null }));
}
