import { instant, now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { minutesOf, type Shift } from '../shifts/shift.ts';
import { shifts } from '../shifts/store.server.ts';
import { quartersOf, workOf } from './entry.ts';
import { hourEntries, shiftsOver } from './store.server.ts';

/** So many shifts in one round; the next one goes on with the rest. */
const MOST = 200;

/**
 * Shifts that are over: whoever had taken one has done it, and her hours are there for a colleague to confirm. Once,
 * however often it is run and on however many nodes: each shift is locked, and what is done is not taken any more.
 */
export async function endShifts(): Promise<void> {
	for (const { id } of await shiftsOver(ground().db).ids(now(), MOST)) {
		await ground().db.transaction((tx) => endShift(tx, id));
	}
}

export async function endShift(tx: Queryable, id: string): Promise<void> {
	const shift = await shifts(tx).locked(id);
	// It may have been moved or cancelled since it was found.
	if (shift?.state !== 'planned' || shift.endsAt.getTime() > instant()) return;
	const line = await shiftsOver(tx).lineOf(id);
	for (const assignment of await shiftsOver(tx).end(id, now())) {
		await hourEntries(tx).add({ ...entryOf(shift), ...line, ...hers(assignment) }, now());
	}
}

const entryOf = (shift: Shift) => ({
	...{ id: newId(), organisationId: shift.organisationId, day: shift.day, work: workOf(shift.work) },
	quarters: Math.min(quartersOf(minutesOf(shift)), 96),
});

const hers = ({ id, accountId }: { id: string; accountId: string }) => ({
	...{ assignmentId: id, accountId, clientId: `assignment-${id}`, linkMadeBy: null },
});
