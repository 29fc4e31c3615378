import { now } from '#lib/platform/clock.ts';
import { command, isRefusal, refused, type Refusal } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { tell } from '../notices/tell.server.ts';
import { volunteers } from '../people/store.server.ts';
import { takePlace, vacate } from './place.server.ts';
import * as reach from './reach.server.ts';
import { giveOnSchema, swapSchema } from './schema.ts';
import { isExchange } from './exchanges/exchange.ts';
import type { Assignment, Shift, Swap } from './shift.ts';
import { isUndecided } from './standing.ts';
import { swaps } from './swaps/store.server.ts';
import { successors, suited } from './suited.server.ts';

/** So many colleagues are told at most that somebody looks for one of them. */
const MOST_TOLD = 12;

/** She looks for somebody to take it over. Until that one has said yes, it is hers. */
export const giveOn = command({
	input: giveOnSchema,
	load: ({ assignment }, at: reach.At) => reach.ownAssignment(at, assignment),
	allow: ({ shift, one }) => (reach.isToCome(shift) && one.state === 'taken') || refused('over'),
	run: async ({ shift, one }, { tx, audit }, { to }) => {
		const open = await openSwap(tx, { shift, assignmentId: one.id, holderId: one.accountId, to: to || null });
		if (isRefusal(open)) return open;
		await audit({ action: 'give-on', subject: 'shift', subjectId: shift.id });
		return shift;
	},
	present: ({ id }) => ({ id }),
});

type Wanted = { shift: Shift; assignmentId: string; holderId: string; to: string | null };

/** For a place of a locked shift. What was open for another goes; the same again is no second word. */
export async function openSwap(tx: Queryable, { shift, assignmentId, holderId, to }: Wanted): Promise<Refusal | null> {
	const earlier = (await swaps(tx).openOf([shift.id])).find((one) => one.assignmentId === assignmentId);
	if (earlier && earlier.toAccount === to && !isExchange(earlier)) return null;
	const id = newId();
	const rest = { state: 'open', shiftId: shift.id, holderId, otherId: null, otherShiftId: null } as const;
	const swap: Swap = { id, assignmentId, toAccount: to, ...rest };
	const why = await whyNotTo(tx, shift, swap);
	if (why) return why;
	await swaps(tx).endOf(assignmentId, now());
	await swaps(tx).add({ id, assignmentId, toAccount: to }, now());
	const ids = to === null ? (await suited(tx, shift, swap)).slice(0, MOST_TOLD) : [to];
	for (const one of ids) await tell(tx, one, { about: 'wanted', key: `wanted/${id}`, shiftId: shift.id });
	return null;
}

/** Offered by name to somebody who may not take it, it would wait in vain. */
async function whyNotTo(tx: Queryable, shift: Shift, swap: Swap): Promise<Refusal | null> {
	const { toAccount, holderId } = swap;
	if (toAccount === null) return null;
	const named = await volunteers(tx).byId(toAccount);
	if (toAccount === holderId || named?.organisationId !== shift.organisationId) return refused('missing');
	const able = await successors(tx, shift, swap);
	return able.some(({ id }) => id === toAccount) ? null : refused('colleague');
}

/** She keeps it after all. */
export const withdrawSwap = command({
	input: swapSchema,
	load: async ({ swap }, at: reach.At) => {
		const found = await reach.reachSwap(at, swap);
		return found?.swap.holderId === at.actor.id ? found : null;
	},
	allow: ({ swap, one }) => swap.state === 'open' || isKept(swap, one) || refused('over'),
	run: async ({ shift, swap }, { tx, audit }) => {
		if (swap.state !== 'open') return shift;
		await swaps(tx).end(swap.id, 'withdrawn', { by: null, at: now() });
		await audit({ action: 'keep', subject: 'shift', subjectId: shift.id });
		return shift;
	},
	present: ({ id }) => ({ id }),
});

const isKept = (swap: Swap, one: Assignment): boolean => swap.state === 'withdrawn' && one.state === 'taken';

type Taking = reach.ReachedSwap & reach.Turn;

/**
 * A colleague takes it over: in one transaction it is hers and no more the other's. Where a coordinator has to approve,
 * only somebody who has done such work takes over without being asked about.
 */
export const acceptSwap = command({
	input: swapSchema,
	load: async ({ swap: id }, at: reach.At): Promise<Taking | null> => {
		const found = await reach.reachSwap(at, id);
		if (!found || found.swap.holderId === at.actor.id || !isFor(found.swap, at.actor.id)) return null;
		const turn = await reach.readTurn(at.tx, { shift: found.shift, id: at.actor.id, swap: found.swap });
		return turn && { ...found, ...turn };
	},
	allow: ({ swap, one, shift, mine, obstacles, isExperienced }) => {
		if (isHers(swap, mine)) return true;
		if (swap.state !== 'open' || one.state !== 'taken') return refused('swapped');
		if (isUndecided(shift, { isExperienced })) return refused('approval');
		return reach.refusalOf(obstacles) ?? true;
	},
	run: async ({ shift, swap, one, mine }, { tx, actor, audit }) => {
		if (isHers(swap, mine)) return shift;
		await swaps(tx).end(swap.id, 'accepted', { by: actor.id, at: now() });
		await vacate(tx, { one });
		await takePlace(tx, shift, { mine, accountId: actor.id, byWay: 'swap' });
		await tell(tx, one.accountId, { about: 'taken-over', key: `over/${swap.id}`, shiftId: shift.id });
		await audit({ action: 'take-over', subject: 'shift', subjectId: shift.id });
		return shift;
	},
	present: ({ id }) => ({ id }),
});

/** Offered to her by name, and she says no: it stays the holder's, who can still ask others. */
export const declineSwap = command({
	input: swapSchema,
	load: async ({ swap }, at: reach.At) => {
		const found = await reach.reachSwap(at, swap);
		return found && !isExchange(found.swap) && found.swap.toAccount === at.actor.id ? found : null;
	},
	allow: ({ swap }) => swap.state === 'open' || swap.state === 'declined' || refused('swapped'),
	run: async ({ shift, swap }, { tx, audit }) => {
		if (swap.state === 'declined') return shift;
		await swaps(tx).end(swap.id, 'declined', { by: null, at: now() });
		await tell(tx, swap.holderId, { about: 'not-taken', key: `not-taken/${swap.id}`, shiftId: shift.id });
		await audit({ action: 'decline', subject: 'shift', subjectId: shift.id });
		return shift;
	},
	present: ({ id }) => ({ id }),
});

/** She took it a moment ago, and says so again. */
const isHers = (swap: Swap, mine: Assignment | null): boolean => swap.state === 'accepted' && mine?.state === 'taken';

const isFor = (swap: Swap, id: string): boolean =>
	!isExchange(swap) && (swap.toAccount === null || swap.toAccount === id);
