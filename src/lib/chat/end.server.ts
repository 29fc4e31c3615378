import * as v from 'valibot';
import {
	type CaseRow,
	endOtherSessions,
	giveCode,
	herCase,
	VISITOR_SESSIONS_CHANGED,
} from '#lib/cases/index.server.ts';
import { now } from '#lib/platform/clock.ts';
import { command, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import type { Conversation } from './conversation.ts';
import { eraseCase } from './forget.server.ts';
import { endClerk } from './interpreting/end.server.ts';
import { endWait } from './holding/waiting.server.ts';
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
		await endWait(tx, conversation, 'abandoned');
		await conversations(tx).setState(conversation.id, { waitingSince: null, endedAt: now(), endedBy: 'visitor' });
		announce('conversation', conversation.id);
		announce('queue', conversation.deskId);
		return conversation;
	},
	present: () => ({ ended: true }),
});

/**
 * Her whole case is gone, here and in every backup: conversations, letters, answers, contacts, addresses. Figures stay
 * nameless.
 */
export const eraseEverything = command({
	input: nothing,
	load: lockEverything,
	allow: () => true,
	run: async (of, { tx, audit, announce }) => {
		const written = await eraseCase(tx, of.id);
		await audit({ action: 'erase', subject: 'case', subjectId: of.id, reason: 'visitor' });
		for (const { id, deskId } of written) {
			await audit({ action: 'erase', subject: 'conversation', subjectId: id, reason: 'visitor' });
			announce('gone', id);
			announce('queue', deskId);
		}
		return of;
	},
	present: () => ({ erased: true }),
});

/** In the order in which a writer locks them, so that what is being written is waited for and goes as well. */
async function lockEverything(input: object, at: Within<VisitorActor>): Promise<CaseRow | null> {
	for (const id of await conversationIds(at.tx, at.actor.id)) await conversations(at.tx).locked(id);
	return herCase(input, at);
}

async function conversationIds(tx: Queryable, caseId: string): Promise<string[]> {
	return (await conversations(tx).ofCase(caseId)).map(({ id }) => id).sort();
}

/**
 * A new code, when the old paper was lost or seen by others: the old code leads nowhere from now on, and whoever is in
 * by it, in whatever browser but hers, is out.
 */
export const renewCode = command({
	input: v.optional(v.object({ token: v.optional(v.string()) }), {}),
	load: (input, at: Within<VisitorActor>) => herCase(input, at),
	allow: () => true,
	run: async ({ id }, { tx, announce }, { token }) => {
		await endOtherSessions(tx, id, token);
		announce(VISITOR_SESSIONS_CHANGED, id);
		return { code: await giveCode(tx, id) };
	},
	present: ({ code }) => ({ code }),
});
