import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { wholeById } from '../people/read.server.ts';
import type { Shift, Swap } from './shift.ts';
import { type Around, standingOf } from './standing.ts';
import { assignments } from './store.server.ts';
import { type Obstacle, obstacles } from './taking.ts';

type ReadAround = (shift: Shift, accountId: string) => Around;

/** What is known of these shifts and people, read at once, however many: as each of them stands before each. */
export async function readAround(
	db: Queryable,
	all: readonly Pick<Shift, 'id'>[],
	accountIds: readonly string[],
): Promise<ReadAround> {
	const places = await assignments(db).ofShifts(all.map(({ id }) => id));
	const known = await assignments(db).knownWorks([...accountIds, ...places.map(({ accountId }) => accountId)]);
	const held = await assignments(db).heldFrom(accountIds, now());
	return (shift, id) => ({
		...{ at: now(), shift, known },
		all: places.filter(({ shiftId }) => shiftId === shift.id),
		hers: held.filter(({ accountId }) => accountId === id),
	});
}

/** How somebody stands before a shift, and what keeps her from it. */
export type Before = { readonly obstacles: readonly Obstacle[]; readonly isExperienced: boolean };

/** `swap`: she would take it over. Null for whoever is no volunteer. */
export async function readBefore(
	db: Queryable,
	shift: Shift,
	{ id, swap }: { id: string; swap?: Swap | undefined },
): Promise<Before | null> {
	const one = await wholeById(db, id);
	if (!one) return null;
	const standing = standingOf(one, (await readAround(db, [shift], [id]))(shift, id), swap);
	return { obstacles: obstacles(shift, one, standing), isExperienced: standing.isExperienced };
}
