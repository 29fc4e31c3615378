import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { wholeById } from '../people/read.server.ts';
import type { Shift, Swap } from './shift.ts';
import { type Around, standingOf } from './standing.ts';
import { assignments } from './store.server.ts';
import { type Obstacle, obstacles } from './taking.ts';

/** What is known of each of the shifts, for somebody who looks at them. */
export async function readAround(
	db: Queryable,
	accountId: string,
	all: readonly Shift[],
): Promise<ReadonlyMap<string, Around>> {
	const taken = await assignments(db).ofShifts(all.map(({ id }) => id));
	const known = await assignments(db).knownWorks([...new Set([accountId, ...taken.map((one) => one.accountId)])]);
	const hers = await assignments(db).hersFrom(accountId, now());
	return new Map(
		all.map((shift) => {
			const own = taken.filter(({ shiftId }) => shiftId === shift.id);
			return [shift.id, { at: now(), shift, all: own, known, hers }];
		}),
	);
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
	const around = (await readAround(db, id, [shift])).get(shift.id);
	if (!one || !around) return null;
	const standing = standingOf(one, around, swap);
	return { obstacles: obstacles(shift, one, standing), isExperienced: standing.isExperienced };
}
