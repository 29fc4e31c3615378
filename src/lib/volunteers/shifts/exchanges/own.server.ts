import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Herself } from '../../people/ensure.server.ts';
import type { ExchangeTold, NamedShift } from '../told.ts';
import { told } from '../told/store.server.ts';
import { swaps } from '../swaps/store.server.ts';
import { type Exchange, isExchange } from './exchange.ts';

/** Exchanges that she proposed or that wait for her answer, of shifts to come. */
export async function exchangesFor(db: Queryable, actor: Herself): Promise<ExchangeTold[]> {
	const open = (await swaps(db).exchangesOf(actor.id)).filter(isExchange);
	const ids = open.flatMap(({ shiftId, otherShiftId }) => [shiftId, otherShiftId]);
	const shifts = await told(db).byIds(ids);
	const names = new Map((await told(db).people(ids)).map(({ accountId, name }) => [accountId, name]));
	return open.flatMap((swap) => {
		const one = tellOne(swap, actor.id, new Map(shifts.map((shift) => [shift.id, shift])));
		return one ? [{ ...one, name: names.get(one.isMine ? swap.toAccount : swap.holderId) ?? '' }] : [];
	});
}

function tellOne(
	swap: Exchange,
	herId: string,
	shifts: ReadonlyMap<string, NamedShift>,
): Omit<ExchangeTold, 'name'> | null {
	const isMine = swap.holderId === herId;
	const [offered, other] = [shifts.get(swap.shiftId), shifts.get(swap.otherShiftId)];
	if (!offered || !other || offered.startsAt <= now() || other.startsAt <= now()) return null;
	return { id: swap.id, isMine, gives: isMine ? offered : other, gets: isMine ? other : offered };
}
