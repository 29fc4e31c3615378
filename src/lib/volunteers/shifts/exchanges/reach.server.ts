import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ensureVolunteer } from '../../people/ensure.server.ts';
import { volunteers } from '../../people/store.server.ts';
import { type At, type Reached, reachShift, readTurn, type Turn } from '../reach.server.ts';
import { assignments, shifts } from '../store.server.ts';
import { swaps } from '../swaps/store.server.ts';
import { type Exchange, isExchange, mirrored } from './exchange.ts';

/** A shift and the place that somebody has in it. */
export type Half = Reached;
/** `mine`: of whoever proposes; `theirs`: of the one she asks. */
export type Pair = { readonly mine: Half; readonly theirs: Half };
type Ids = { readonly assignment: string; readonly other: string };

/** Her own place and a colleague's, as they stand once all are locked; null where she may not see either. */
export async function reachPair(at: At, { assignment, other }: Ids): Promise<Pair | null> {
	const [mine, theirs] = [await assignments(at.tx).byId(assignment), await assignments(at.tx).byId(other)];
	if (mine?.accountId !== at.actor.id || !theirs || theirs.accountId === at.actor.id) return null;
	return lockPair(at, { assignment, other });
}

/** What a colleague proposed to her, and the two places. */
export async function reachExchange(at: At, id: string): Promise<(Pair & { readonly swap: Exchange }) | null> {
	const before = await swaps(at.tx).byId(id);
	if (!before || !isExchange(before) || before.toAccount !== at.actor.id) return null;
	await ensureVolunteer(at.tx, at.actor);
	const pair = await lockPair(at, { assignment: before.assignmentId, other: before.otherId });
	const swap = await swaps(at.tx).byId(id);
	return pair && swap && isExchange(swap) ? { ...pair, swap } : null;
}

/** The shifts first, in the order of their ids; then the two people. */
async function lockPair({ tx, actor }: At, { assignment, other }: Ids): Promise<Pair | null> {
	const places = [await assignments(tx).byId(assignment), await assignments(tx).byId(other)];
	const ids = places.map((one) => one?.shiftId ?? '').filter((id) => id !== '');
	for (const id of ids) if (!(await reachShift(tx, actor, id))) return null;
	await shifts(tx).lockedAll(ids);
	for (const id of places.map((one) => one?.accountId ?? '').sort()) await volunteers(tx).locked(id);
	const [mine, theirs] = [await halfOf(tx, assignment), await halfOf(tx, other)];
	return mine && theirs && { mine, theirs };
}

async function halfOf(tx: Queryable, id: string): Promise<Half | null> {
	const one = await assignments(tx).byId(id);
	const shift = one && (await shifts(tx).byId(one.shiftId));
	return shift && { shift, one };
}

/** `hers`: the one who is asked, before the shift she would get; `back`: whoever proposed, before the one for it. */
export async function turnsOf(
	tx: Queryable,
	swap: Exchange,
	{ mine, theirs }: Pair,
): Promise<{ readonly hers: Turn; readonly back: Turn } | null> {
	const hers = await readTurn(tx, { shift: mine.shift, id: swap.toAccount, swap });
	const back = await readTurn(tx, { shift: theirs.shift, id: swap.holderId, swap: mirrored(swap) });
	return hers && back && { hers, back };
}
