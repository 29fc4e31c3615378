import { now } from '#lib/platform/clock.ts';
import { command, refused, type Within } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { organisationsWhere } from '#lib/identity/index.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import type { Conversation } from './conversation.ts';
import { addStep } from './messages/step.server.ts';
import { dropClaim } from './holding/drop.server.ts';
import { may } from './policy.ts';
import { idSchema } from './schema.ts';
import { claims } from './holding/store.server.ts';
import { endWait } from './holding/waiting.server.ts';
import { conversations } from './store.server.ts';

/** Out of reach and not there look the same: null, so 404. */
export async function within({ id }: { id: string }, { tx, actor }: Within<StaffActor>): Promise<Conversation | null> {
	return conversations(tx).reachableLocked(id, organisationsWhere(actor, 'helpAtDesk'));
}

/** Takes a waiting conversation. P07: of many who try at once, one gets it. */
export const claimConversation = command({
	input: idSchema,
	load: within,
	allow: (conversation, { actor }: { actor: StaffActor }) =>
		may(actor).claim(conversation) || refused(whyNot(conversation)),
	run: async (conversation, { tx, actor, audit, announce }) => {
		if (conversation.holder === actor.id) return conversation;
		const waitingSince = conversation.waitingSince ?? now();
		const claim = { id: newId(), conversationId: conversation.id, accountId: actor.id, waitingSince, at: now() };
		if (!(await claims(tx).record(claim))) return refused('held-by-another');
		await endWait(tx, conversation, 'answered');
		await conversations(tx).setState(conversation.id, { waitingSince: null, endedAt: null, endedBy: null });
		await addStep(tx, conversation, { kind: 'claimed', signed: actor.chosenName });
		await audit({ action: 'claim', subject: 'conversation', subjectId: conversation.id });
		announce('conversation', conversation.id);
		announce('queue', conversation.deskId);
		return conversation;
	},
	present: ({ id }) => ({ id }),
});

/** Gives it back to the queue at its old place. */
export const releaseConversation = command({
	input: idSchema,
	load: within,
	allow: (conversation, { actor }: { actor: StaffActor }) => may(actor).release(conversation),
	run: async (conversation, { tx, actor, audit, announce }) => {
		const waitingSince = await dropClaim(tx, conversation);
		if (!waitingSince) return refused('not-held');
		await conversations(tx).setState(conversation.id, { waitingSince, endedAt: null, endedBy: null });
		await addStep(tx, conversation, { kind: 'released', signed: actor.chosenName });
		await audit({ action: 'release', subject: 'conversation', subjectId: conversation.id });
		announce('conversation', conversation.id);
		announce('queue', conversation.deskId);
		return conversation;
	},
	present: ({ id }) => ({ id }),
});

function whyNot(conversation: Conversation): string {
	if (conversation.endedAt) return 'ended';
	return conversation.blockedAt ? 'blocked' : 'forbidden';
}
