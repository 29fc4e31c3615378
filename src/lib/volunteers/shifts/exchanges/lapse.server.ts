import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { tell } from '../../notices/tell.server.ts';
import { type Lapsed, swaps } from '../swaps/store.server.ts';

/** Exchanges that name one of these places end: it is not what was proposed. Whoever proposed them is told. */
export async function lapse(tx: Queryable, assignmentIds: readonly string[]): Promise<void> {
	for (const one of await swaps(tx).lapse(assignmentIds, now())) await tellNot(tx, one);
}

/** Hers stays hers: she may have counted on another. */
export const tellNot = (tx: Queryable, { id, shiftId, holderId }: Lapsed): Promise<void> =>
	tell(tx, holderId, { about: 'not-exchanged', key: `not-exchanged/${id}`, shiftId });
