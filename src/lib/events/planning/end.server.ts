import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Cause, Occurrence } from '../event.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';
import { tell } from '../notices/tell.server.ts';
import { occurrences } from '../occurrences/store.server.ts';
import { eraseOnFor, type Registration, seatedOf } from '../registration/registration.ts';
import { COMES, ended, stateOfNew } from '../registration/seats.ts';
import { type Line, lockLine, saveChanged, settleLine } from '../registration/settle.server.ts';
import { registrations } from '../registration/store.server.ts';
import { freeTicket } from '../registration/tickets.server.ts';
import { keepUntil } from '../registration/words.server.ts';
import { plannedOf } from '../series/asPlanned.ts';
import { countsOn } from './rewrite.server.ts';
import { plans } from './store.server.ts';

export type Ending = {
	readonly state: 'cancelled' | 'replaced';
	readonly cause: Cause;
	readonly reason: Texts;
	readonly replacedBy?: string | null;
	readonly replacedByLine?: string | null;
	/** People go over to the date that replaces it. */
	readonly along?: boolean;
};

/** A date is not held as planned. Whoever counted on it is told; nobody has a seat there any more. */
export async function endDate(tx: Queryable, row: Occurrence, { along, ...ending }: Ending): Promise<void> {
	const other = along && ending.replacedBy ? ending.replacedBy : null;
	// Two dates are always locked in the same order, so that no two of these wait for each other.
	const lines = new Map<string, Line | null>();
	for (const id of [row.id, ...(other ? [other] : [])].sort()) lines.set(id, await lockLine(tx, id));
	await occurrences(tx).save({ ...row, ...ending, sequence: row.sequence + 1, changedAt: now() });
	const all = lines.get(row.id)?.all ?? [];
	const to = other === null ? null : (lines.get(other) ?? null);
	const moved = to ? await goOver(tx, row, { all, to }) : [];
	const left = all.filter(({ id }) => !moved.includes(id));
	for (const one of left.filter(countsOn)) await tellEnd(tx, row, { one, state: ending.state });
	await saveChanged(tx, left.filter(hasPlace).map(withoutPlace));
	for (const id of lines.keys()) await settleLine(tx, id);
}

const hasPlace = ({ state }: Registration): boolean => COMES.includes(state);

const withoutPlace = (one: Registration): Registration => ({
	...ended(one, 'cancelled'),
	slotId: null,
});

async function tellEnd(
	tx: Queryable,
	row: Occurrence,
	{ one, state }: { one: Registration; state: Ending['state'] },
): Promise<void> {
	await tell(tx, one, { about: state, key: `${state}/${row.id}/${row.sequence + 1}`, was: plannedOf(row) });
}

/** In the order of the old line: a seat while there is one, else a place in the line. Gives those who went over. */
async function goOver(
	tx: Queryable,
	row: Occurrence,
	{ all, to }: { all: readonly Registration[]; to: Line },
): Promise<string[]> {
	// At a date with times of its own each chooses one; nobody is put into a time unasked.
	if (to.slots !== null) return [];
	const line = [...to.all];
	for (const one of all.filter(countsOn)) {
		const turn = await registrations(tx).nextTurn(to.of.id);
		const state = placeFor(one, { ...to, all: line });
		const ticket = freeTicket(line, one.ticket);
		if (ticket === null) break;
		await keepUntil(tx, one, eraseOnFor(to.of.day));
		await plans(tx).moveTo(one, { occurrenceId: to.of.id, turn, ticket, state });
		line.push({ ...one, turn, ticket, state });
		await tellEnd(tx, row, { one, state: 'replaced' });
	}
	return line.filter(({ id }) => !to.all.some((there) => there.id === id)).map(({ id }) => id);
}

/** Who only waited waits on. */
function placeFor(one: Registration, { room, all }: Line): 'confirmed' | 'waiting' {
	if (one.state === 'waiting') return 'waiting';
	return stateOfNew(room, all.map(seatedOf), one.seats) === 'held' ? 'confirmed' : 'waiting';
}
