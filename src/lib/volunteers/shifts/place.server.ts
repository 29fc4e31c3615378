import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { followDesk } from '../opening/follow.server.ts';
import { lapse } from './exchanges/lapse.server.ts';
import type { Assignment, NewAssignment, Shift } from './shift.ts';
import { assignments } from './store.server.ts';
import { swaps } from './swaps/store.server.ts';

type Taking = {
	readonly mine: Assignment | null;
	readonly accountId: string;
	readonly byWay: Assignment['byWay'];
};

/** A place of a locked shift becomes hers: what she was offered or asked for, or a new one. */
export async function takePlace(tx: Queryable, shift: Shift, taking: Taking): Promise<string> {
	const id = await occupy(tx, shift, taking);
	if (shift.deskId) await followDesk(tx, shift.deskId);
	return id;
}

/** The same without a word to the desk, where more is to be done before. */
export async function occupy(tx: Queryable, shift: Shift, { mine, accountId, byWay }: Taking): Promise<string> {
	const id = mine?.id ?? newId();
	if (mine) await assignments(tx).setState(mine.id, 'taken', now());
	else await assignments(tx).add({ ...FRESH, id, shiftId: shift.id, accountId, byWay, state: 'taken' }, now());
	return id;
}

export const FRESH: Pick<NewAssignment, 'offeredUntil'> = { offeredUntil: null };

type Leaving = { readonly one: Assignment; readonly to?: 'withdrawn' | 'declined' };

/** It is hers no more, for whatever reason; the shift is locked. */
export async function leavePlace(tx: Queryable, shift: Shift, leaving: Leaving): Promise<void> {
	await vacate(tx, leaving);
	if (leaving.one.state === 'taken' && shift.deskId) await followDesk(tx, shift.deskId);
}

/** The same without a word to the desk, where more is to be done before. */
export async function vacate(tx: Queryable, { one, to = 'withdrawn' }: Leaving): Promise<void> {
	await assignments(tx).setState(one.id, to, now());
	await swaps(tx).endOf(one.id, now());
	await lapse(tx, [one.id]);
}

/** Desks follow last of all, in one order: nothing may wait for a lock behind them. */
export async function followDesks(tx: Queryable, changed: readonly Pick<Shift, 'deskId'>[]): Promise<void> {
	const ids = new Set(changed.flatMap(({ deskId }) => (deskId ? [deskId] : [])));
	for (const id of [...ids].sort()) await followDesk(tx, id);
}
