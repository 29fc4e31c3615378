import { instant, now } from '#lib/platform/clock.ts';
import { command, isRefusal, refused, type Refusal } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { tell } from '../notices/tell.server.ts';
import { volunteers } from '../people/store.server.ts';
import { type At, lockTurn, reachLed, readTurn, refusalOf } from './reach.server.ts';
import { inviteSchema } from './schema.ts';
import type { NewAssignment, Shift } from './shift.ts';
import { assignments } from './store.server.ts';
import type { Obstacle } from './taking.ts';

/** For so long an offer waits for her, and never beyond the beginning. */
const OFFER_MS = 5 * 86_400_000;

export type Offer = {
	readonly shiftId: string;
	readonly accountId: string;
	/** Who asks her. */
	readonly askedBy: string;
	readonly byWay: 'coordinator' | 'suggestion';
	/** Of a suggestion, in codes: why just she. */
	readonly reason?: readonly string[];
};

/**
 * Would she take it: she answers, nobody is assigned. An offer holds no place. Whoever calls this has asked
 * `leadVolunteers` of the organisation of the shift. Nothing happens where something is under way with her already.
 */
export async function offer(
	tx: Queryable,
	{ shiftId, accountId, askedBy, byWay, reason }: Offer,
): Promise<Refusal | null> {
	const shift = await lockTurn(tx, shiftId, [accountId]);
	const her = await volunteers(tx).byId(accountId);
	if (!shift || her?.organisationId !== shift.organisationId) return refused('missing');
	const turn = await readTurn(tx, { shift, id: accountId });
	if (!turn) return refused('missing');
	if (turn.mine) return null;
	// Where somebody has to approve or to invite, it is somebody else, also of the one who leads.
	if (askedBy === accountId && shift.signUp !== 'open') return refused('own');
	const refusal = refusalOf(turn.obstacles.filter((one) => !isAnsweredBy(one)));
	if (refusal) return refusal;
	await addOffer(tx, shift, { accountId, byWay, ...(reason ? { reason } : {}) });
	return null;
}

/** To be invited is what she lacks; and who stands beside her may be known by the time she answers. */
const isAnsweredBy = ({ why }: Obstacle): boolean => why === 'invited' || why === 'newcomer';

async function addOffer(
	tx: Queryable,
	shift: Shift,
	one: Pick<NewAssignment, 'accountId' | 'byWay' | 'reason'>,
): Promise<void> {
	const id = newId();
	const until = new Date(Math.min(instant() + OFFER_MS, shift.startsAt.getTime()));
	await assignments(tx).add({ ...one, id, shiftId: shift.id, state: 'offered', offeredUntil: until }, now());
	await volunteers(tx).noteAsked(one.accountId, now());
	await tell(tx, one.accountId, { about: 'offered', key: `offered/${id}`, shiftId: shift.id });
}

/** A coordinator asks one person. */
export const inviteToShift = command({
	input: inviteSchema,
	load: ({ shift }, { tx, actor }: At) => reachLed(tx, actor, shift),
	allow: () => true,
	run: async (shift, { tx, actor, audit }, { account }) => {
		const one = { shiftId: shift.id, accountId: account, askedBy: actor.id, byWay: 'coordinator' } as const;
		const refusal = await offer(tx, one);
		if (isRefusal(refusal)) return refusal;
		await audit({ action: 'offer', subject: 'shift', subjectId: shift.id });
		return shift;
	},
	present: ({ id }) => ({ id }),
});
