import { chosenNamesOf } from '#lib/identity/index.server.ts';
import { forgetOldPresences, lastSeen } from '#lib/network/index.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { instant, now } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { JobHandler } from '#lib/platform/jobs.server.ts';
import type { Conversation } from '../conversation.ts';
import { addStep } from '../messages/step.server.ts';
import { conversations } from '../store.server.ts';
import { dropClaim } from './drop.server.ts';
import { type HeldClaim, holdings } from './store.server.ts';

/** Longer than between two rounds: then nobody was looking, and nobody could be seen. */
const LONGEST_PAUSE_MS = 120_000;
const HOUSE = { kind: 'system', id: null } as const;

/**
 * One round: whoever holds a conversation and was not seen for so many minutes gives it back, at its old place. Seen is
 * who has the desk open, reading or writing; a node that died, or a laptop that was closed, sees nobody any more. After
 * an outage everybody gets the whole time again.
 */
export const giveBack =
	(minutes: number): JobHandler =>
	async () => {
		const { db } = ground();
		const began = await holdings(db).noteRound(now(), LONGEST_PAUSE_MS);
		const moment = new Date(instant() - minutes * 60_000);
		if (began <= moment) for (const claim of await unseenSince(moment)) await giveBackOne(claim, moment);
		await forgetOldPresences(db);
	};

async function unseenSince(moment: Date): Promise<HeldClaim[]> {
	const { db } = ground();
	const claims = await holdings(db).claimedBefore(moment);
	const seen = await lastSeen(
		db,
		claims.map((claim) => claim.accountId),
	);
	return claims.filter(({ accountId }) => isUnseen(seen.get(accountId), moment));
}

const isUnseen = (seenAt: Date | undefined, moment: Date): boolean => seenAt === undefined || seenAt < moment;

/** Asked again under the lock: meanwhile she may have come back, released it, or somebody else may hold it. */
async function giveBackOne({ conversationId, accountId }: HeldClaim, moment: Date): Promise<void> {
	const given = await ground().db.transaction(async (tx) => {
		const conversation = await conversations(tx).locked(conversationId);
		const seen = await lastSeen(tx, [accountId]);
		if (conversation?.holder !== accountId || conversation.endedAt || !isUnseen(seen.get(accountId), moment))
			return null;
		const waitingSince = await dropClaim(tx, conversation);
		await conversations(tx).setState(conversation.id, { waitingSince, endedAt: null, endedBy: null });
		const signed = (await chosenNamesOf(tx, [accountId])).get(accountId) ?? null;
		await addStep(tx, conversation, { kind: 'left', signed });
		await recordAudit(tx, HOUSE, { action: 'give-back', subject: 'conversation', subjectId: conversation.id });
		return conversation;
	});
	if (given) tell(given);
}

function tell({ id, deskId }: Conversation): void {
	ground().bus.announce('conversation', id);
	ground().bus.announce('queue', deskId);
}
