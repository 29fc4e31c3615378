import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { JobHandler } from '#lib/platform/jobs.server.ts';
import type { Conversation } from '../conversation.ts';
import { addStep } from '../messages/step.server.ts';
import { conversations } from '../store.server.ts';
import { type Clerk, hasCome } from './clerk.ts';
import { clerks } from './store.server.ts';

/** Told with the id of a conversation whose clerk came, went, or was tried to be. */
export const CLERK_CHANGED = 'clerk';

/**
 * Ends the link of a locked conversation, for good, and says so as a step if somebody had come by it. Without a `step`
 * nothing is said: the conversation itself ends. Gives whom it ended.
 */
export async function endClerk(
	tx: Queryable,
	conversation: Conversation,
	step: 'clerk-left' | 'clerk-declined' | null,
): Promise<Clerk | null> {
	const clerk = await clerks(tx).current(conversation.id);
	if (!clerk) return null;
	await clerks(tx).end(clerk.id, now());
	if (step && hasCome(clerk)) await addStep(tx, conversation, { kind: step, signed: clerk.signed });
	return clerk;
}

/** When the hours of a link are over, the visitor is told that the clerk has gone. */
export const endClerkInTime: JobHandler = async ({ id }) => {
	const { db, bus } = ground();
	const conversationId = (await clerks(db).byId(String(id)))?.conversationId;
	if (!conversationId) return;
	await db.transaction(async (tx) => {
		const conversation = await conversations(tx).locked(conversationId);
		const isStill = (await clerks(tx).current(conversationId))?.id === id;
		if (conversation && isStill) await endClerk(tx, conversation, 'clerk-left');
	});
	bus.announce('conversation', conversationId);
	bus.announce(CLERK_CHANGED, conversationId);
};
