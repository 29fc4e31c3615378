import { now, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { tell } from '../notices/tell.server.ts';
import { volunteers } from '../people/store.server.ts';
import { tellNot } from './exchanges/lapse.server.ts';
import { leavePlace } from './place.server.ts';
import { lockTurn } from './reach.server.ts';
import type { Assignment } from './shift.ts';
import { assignments } from './store.server.ts';
import { swaps } from './swaps/store.server.ts';

/**
 * What time itself ends: offers that nobody answered, wishes that nobody settled before it began, places looked for in
 * vain, pauses, places of people who are gone, and what they left of themselves. Bears being run at any moment.
 */
export async function settleShifts(): Promise<void> {
	const { db } = ground();
	await volunteers(db).wake(today());
	await db.transaction(expire);
	for (const one of await assignments(db).overdue(now())) await db.transaction((tx) => settle(tx, one));
	for (const id of await volunteers(db).closed()) await db.transaction((tx) => volunteers(tx).forget(id));
}

async function expire(tx: Queryable): Promise<void> {
	const ended = await swaps(tx).expire(now());
	for (const one of ended.filter(({ otherId }) => otherId !== null)) await tellNot(tx, one);
}

async function settle(tx: Queryable, before: Assignment): Promise<void> {
	const shift = await lockTurn(tx, before.shiftId, [before.accountId]);
	const one = (await assignments(tx).overdue(now())).find(({ id }) => id === before.id);
	if (!shift || !one) return;
	await leavePlace(tx, shift, { one, to: one.state === 'asked' ? 'declined' : 'withdrawn' });
	if (one.state !== 'asked') return;
	await tell(tx, one.accountId, { about: 'declined', key: `declined/${one.id}`, shiftId: shift.id });
}
