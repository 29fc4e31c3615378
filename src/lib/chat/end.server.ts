import * as v from 'valibot';
import { endOtherSessions, giveCode } from '#lib/cases/index.server.ts';
import { now } from '#lib/platform/clock.ts';
import { command, type Within } from '#lib/platform/command.server.ts';
import type { Conversation } from './conversation.ts';
import { eraseCase } from './forget.server.ts';
import { endClerk } from './interpreting/end.server.ts';
import { addStep } from './messages/step.server.ts';
import { conversations } from './store.server.ts';
import type { VisitorActor } from './visitor.ts';

const nothing = v.optional(v.object({}), {});
export const herOwn = async (_input: object, { tx, actor }: Within<VisitorActor>): Promise<Conversation | null> => {
	const found = await conversations(tx).latestOfCase(actor.id);
	return found && (await conversations(tx).reachableLocked(found.id, [found.organisationId]));
};

/** The visitor says that it is enough. The helper keeps it until she has closed it with its codes. */
export const endConversation = command({
	input: nothing,
	load: herOwn,
	allow: () => true,
	run: async (conversation, { tx, announce }) => {
		if (conversation.endedAt) return conversation;
		await addStep(tx, conversation, { kind: 'ended' });
		await endClerk(tx, conversation, null);
		await conversations(tx).setState(conversation.id, { waitingSince: null, endedAt: now(), endedBy: 'visitor' });
		announce('conversation', conversation.id);
		announce('queue', conversation.deskId);
		return conversation;
	},
	present: () => ({ ended: true }),
});

/** Everything she wrote and everything that was answered is gone, here and in every backup. Figures stay nameless. */
export const eraseConversation = command({
	input: nothing,
	load: herOwn,
	allow: () => true,
	run: async (conversation, { tx, audit, announce }) => {
		await eraseCase(tx, conversation.caseId);
		await audit({ action: 'erase', subject: 'conversation', subjectId: conversation.id, reason: 'visitor' });
		announce('gone', conversation.id);
		announce('queue', conversation.deskId);
		return conversation;
	},
	present: () => ({ erased: true }),
});

/** Told with the id of a conversation some of whose browsers are out. */
export const VISITOR_SESSIONS_CHANGED = 'visitor-sessions';

/**
 * A new code, when the old paper was lost or seen by others: the old code leads nowhere from now on, and whoever is in
 * by it, in whatever browser but hers, is out.
 */
export const renewCode = command({
	input: v.optional(v.object({ token: v.optional(v.string()) }), {}),
	load: (_input, at: Within<VisitorActor>) => herOwn({}, at),
	allow: () => true,
	run: async (conversation, { tx, announce }, { token }) => {
		await endOtherSessions(tx, conversation.caseId, token);
		announce(VISITOR_SESSIONS_CHANGED, conversation.id);
		return { code: await giveCode(tx, conversation.caseId) };
	},
	present: ({ code }) => ({ code }),
});
