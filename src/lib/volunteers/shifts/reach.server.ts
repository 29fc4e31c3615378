import { may } from '#lib/identity/index.ts';
import { now } from '#lib/platform/clock.ts';
import { refused, type Refusal, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ensureVolunteer, type Herself } from '../people/ensure.server.ts';
import { volunteers } from '../people/store.server.ts';
import { type Assignment, isLive, type Shift, type Swap } from './shift.ts';
import { type Before, readBefore } from './standing.server.ts';
import { assignments, shifts } from './store.server.ts';
import { swaps } from './swaps/store.server.ts';
import type { Obstacle } from './taking.ts';

export type At = Within<Herself>;

/** Null when there is none, or when it is of an organisation in which she has no shifts: both look the same. */
export async function reachShift(db: Queryable, actor: Herself, id: string): Promise<Shift | null> {
	const shift = await shifts(db).byId(id);
	return shift && may(actor).useShifts(shift.organisationId) ? shift : null;
}

/** The same for whoever leads the volunteers of its organisation. */
export async function reachLed(db: Queryable, actor: Herself, id: string): Promise<Shift | null> {
	const shift = await shifts(db).byId(id);
	return shift && may(actor).leadVolunteers(shift.organisationId) ? shift : null;
}

/** Somebody before a shift. Both are locked, the shift first, so that nobody takes or gives up a place meanwhile. */
export type Turn = Before & { readonly shift: Shift; readonly mine: Assignment | null };

export async function lockTurn(tx: Queryable, shiftId: string, ids: readonly string[]): Promise<Shift | null> {
	const shift = await shifts(tx).locked(shiftId);
	for (const id of [...ids].sort()) await volunteers(tx).locked(id);
	return shift;
}

/** `swap`: she would take it over from its holder. Null for whoever is no volunteer. */
export async function readTurn(
	tx: Queryable,
	{ shift, id, swap }: { shift: Shift; id: string; swap?: Swap },
): Promise<Turn | null> {
	const all = await assignments(tx).ofShifts([shift.id]);
	const before = await readBefore(tx, shift, { id, swap });
	const mine = all.find((one) => one.accountId === id && isLive(one)) ?? null;
	return before && { ...before, shift, mine };
}

/** Her turn at a shift that she may see. */
export async function ownTurn(at: At, shiftId: string): Promise<Turn | null> {
	if (!(await reachShift(at.tx, at.actor, shiftId))) return null;
	await ensureVolunteer(at.tx, at.actor);
	const shift = await lockTurn(at.tx, shiftId, [at.actor.id]);
	return shift && readTurn(at.tx, { shift, id: at.actor.id });
}

export type Reached = { readonly shift: Shift; readonly one: Assignment };

/** Her own place, offer or wish, as it stands once the shift is locked. */
export async function ownAssignment({ tx, actor }: At, id: string): Promise<Reached | null> {
	const before = await assignments(tx).byId(id);
	if (!before || before.accountId !== actor.id) return null;
	return (await reachShift(tx, actor, before.shiftId)) ? lockAssignment(tx, before) : null;
}

/** Somebody's, for whoever leads. */
export async function ledAssignment({ tx, actor }: At, id: string): Promise<Reached | null> {
	const before = await assignments(tx).byId(id);
	return before && (await reachLed(tx, actor, before.shiftId)) ? lockAssignment(tx, before) : null;
}

async function lockAssignment(tx: Queryable, { id, shiftId, accountId }: Assignment): Promise<Reached | null> {
	const shift = await lockTurn(tx, shiftId, [accountId]);
	const one = await assignments(tx).byId(id);
	return shift && one && { shift, one };
}

export type ReachedSwap = Reached & { readonly swap: Swap };

/** A place that somebody would pass on; those who have to do with it are locked. */
export async function reachSwap({ tx, actor }: At, id: string): Promise<ReachedSwap | null> {
	const before = await swaps(tx).byId(id);
	if (!before || !(await reachShift(tx, actor, before.shiftId))) return null;
	await ensureVolunteer(tx, actor);
	const shift = await lockTurn(tx, before.shiftId, [before.holderId, actor.id]);
	const [swap, one] = [await swaps(tx).byId(id), await assignments(tx).byId(before.assignmentId)];
	return shift && swap && one && { shift, swap, one };
}

/** The first thing that keeps her from it, as a page says it; null: nothing does. */
export function refusalOf(found: readonly Obstacle[]): Refusal | null {
	const [first] = found;
	if (!first) return null;
	return 'what' in first ? refused(first.why, { what: first.what }) : refused(first.why);
}

/** What is over is not changed any more. */
export const isToCome = ({ startsAt, state }: Shift): boolean => state === 'planned' && startsAt > now();
