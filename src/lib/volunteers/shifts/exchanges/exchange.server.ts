import { now } from '#lib/platform/clock.ts';
import { command, isRefusal, refused, type Refusal } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { tell } from '../../notices/tell.server.ts';
import { volunteers } from '../../people/store.server.ts';
import { followDesks, occupy, vacate } from '../place.server.ts';
import { type At, isToCome, refusalOf, type Turn } from '../reach.server.ts';
import { answerExchangeSchema, exchangeSchema } from '../schema.ts';
import { isUndecided } from '../standing.ts';
import { swaps } from '../swaps/store.server.ts';
import type { Exchange } from './exchange.ts';
import { lapse, tellNot } from './lapse.server.ts';
import { type Half, type Pair, reachExchange, reachPair, turnsOf } from './reach.server.ts';

/** "Take mine, I take yours." Until the other one has said yes each has her own. */
export const proposeExchange = command({
	input: exchangeSchema,
	load: (input, at: At) => reachPair(at, input),
	allow: ({ mine, theirs }) => (isHeld(mine) && isHeld(theirs)) || refused('over'),
	run: async (pair, { tx, audit }) => {
		const open = await openExchange(tx, pair);
		if (isRefusal(open)) return open;
		await audit({ action: 'exchange', subject: 'shift', subjectId: pair.mine.shift.id });
		return pair.mine.shift;
	},
	present: ({ id }) => ({ id }),
});

const ANSWERED = { take: 'accepted', decline: 'declined' } as const;

/** Yes: both places change hands, or neither. No: each keeps her own. The same said twice is said once. */
export const answerExchange = command({
	input: answerExchangeSchema,
	load: async ({ swap }, at: At) => {
		const found = await reachExchange(at, swap);
		const turns = found && (await turnsOf(at.tx, found.swap, found));
		return turns && { ...found, ...turns };
	},
	allow: ({ swap, mine, theirs, hers, back }, _, { answer }) => {
		if (swap.state === ANSWERED[answer]) return true;
		if (swap.state !== 'open' || !isHeld(mine) || !isHeld(theirs)) return refused('swapped');
		if (answer === 'decline') return true;
		if (whyNot(back)) return refused('exchange');
		return whyNot(hers) ?? true;
	},
	run: async (found, { tx, audit }, { answer }) => {
		const { swap, mine } = found;
		if (swap.state === ANSWERED[answer]) return mine.shift;
		if (answer === 'decline') {
			await swaps(tx).end(swap.id, 'declined', { by: null, at: now() });
			await tellNot(tx, { id: swap.id, shiftId: swap.shiftId, holderId: swap.holderId });
		} else await changeHands(tx, found);
		await audit({ action: answer === 'decline' ? 'decline' : 'exchange', subject: 'shift', subjectId: mine.shift.id });
		return mine.shift;
	},
	present: ({ id }) => ({ id }),
});

const isHeld = ({ shift, one }: Half): boolean => isToCome(shift) && one.state === 'taken';

const whyNot = ({ shift, isExperienced, obstacles }: Turn): Refusal | null =>
	refusalOf(obstacles) ?? (isUndecided(shift, { isExperienced }) ? refused('approval') : null);

/** Proposed to somebody who may not, or for what she herself may not take, it would wait in vain. */
async function openExchange(tx: Queryable, pair: Pair): Promise<Refusal | null> {
	const { mine, theirs } = pair;
	const earlier = (await swaps(tx).openOf([mine.shift.id])).find((one) => one.assignmentId === mine.one.id);
	if (earlier?.otherId === theirs.one.id) return null;
	const id = newId();
	const places = { assignmentId: mine.one.id, shiftId: mine.shift.id, holderId: mine.one.accountId };
	const others = { otherId: theirs.one.id, otherShiftId: theirs.shift.id, toAccount: theirs.one.accountId };
	const swap: Exchange = { id, state: 'open', ...places, ...others };
	const turns = (await isAtHome(tx, pair)) ? await turnsOf(tx, swap, pair) : null;
	if (!turns) return refused('missing');
	if (whyNot(turns.hers) || whyNot(turns.back)) return refused('colleague');
	await swaps(tx).endOf(mine.one.id, now());
	await swaps(tx).add(swap, now());
	await tell(tx, swap.toAccount, { about: 'exchange', key: `exchange/${id}`, shiftId: mine.shift.id });
	return null;
}

/** As to whoever is asked by name: each would take a shift of the organisation whose volunteer she is. */
async function isAtHome(tx: Queryable, { mine, theirs }: Pair): Promise<boolean> {
	const [holder, other] = [
		await volunteers(tx).byId(mine.one.accountId),
		await volunteers(tx).byId(theirs.one.accountId),
	];
	return holder?.organisationId === theirs.shift.organisationId && other?.organisationId === mine.shift.organisationId;
}

type Answered = Pair & { readonly swap: Exchange; readonly hers: Turn; readonly back: Turn };

async function changeHands(tx: Queryable, { swap, mine, theirs, hers, back }: Answered): Promise<void> {
	await swaps(tx).end(swap.id, 'accepted', { by: swap.toAccount, at: now() });
	await lapse(tx, [mine.one.id, theirs.one.id]);
	for (const { one } of [mine, theirs]) await vacate(tx, { one });
	const given = await occupy(tx, mine.shift, { mine: hers.mine, accountId: swap.toAccount, byWay: 'swap' });
	await occupy(tx, theirs.shift, { mine: back.mine, accountId: swap.holderId, byWay: 'swap' });
	await tell(tx, swap.toAccount, { about: 'given', key: `given/${given}`, shiftId: mine.shift.id });
	await tell(tx, swap.holderId, { about: 'exchanged', key: `exchanged/${swap.id}`, shiftId: theirs.shift.id });
	await followDesks(tx, [mine.shift, theirs.shift]);
}
