import * as v from 'valibot';
import {
	closingCodes,
	closingWithin,
	correctClosing,
	countAsBlocked,
	recordContact,
	roleAt,
	unknownCodes,
} from '#lib/cases/index.server.ts';
import { knownCodes } from '#lib/content/index.server.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { organisationsWhere } from '#lib/identity/index.ts';
import { deskById } from '#lib/network/index.server.ts';
import { instant, now, today } from '#lib/platform/clock.ts';
import { command, isRefusal, refused, type Within } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { within } from './claim.server.ts';
import type { Conversation } from './conversation.ts';
import { addStep } from './messages/step.server.ts';
import { dropClaim } from './holding/drop.server.ts';
import { endClerk } from './interpreting/end.server.ts';
import { may } from './policy.ts';
import { idSchema } from './schema.ts';
import { claims } from './holding/store.server.ts';
import { conversations } from './store.server.ts';

/** Ends the conversation with its codes. Here one fact, without a name, goes over into the ledger. */
export const closeConversation = command({
	input: v.object({ ...idSchema.entries, ...closingCodes.entries }),
	load: within,
	allow: (conversation, { actor }: { actor: StaffActor }) => may(actor).close(conversation) || refused('not-held'),
	run: async (conversation, { tx, actor, audit, announce }, codes) => {
		const unknown = unknownCodes(codes, knownCodes());
		if (unknown) return refused('malformed', unknown);
		const contact = await contactOf(conversation, tx, actor);
		if (!contact) return refused('missing');
		const closing = await recordContact(tx, contact, codes);
		if (isRefusal(closing)) return closing;
		await dropClaim(tx, conversation);
		await endClerk(tx, conversation, null);
		if (!conversation.endedAt) await addStep(tx, conversation, { kind: 'ended', signed: actor.chosenName });
		const endedBy = conversation.endedBy ?? 'helper';
		await conversations(tx).setState(conversation.id, {
			waitingSince: null,
			endedAt: conversation.endedAt ?? now(),
			endedBy,
		});
		await audit({ action: 'close', subject: 'conversation', subjectId: conversation.id });
		announce('conversation', conversation.id);
		announce('queue', conversation.deskId);
		return closing;
	},
	present: ({ id }) => ({ closingId: id }),
});

/** Mends the codes of a closing that was wrong, by a reversing fact and a new one. */
export const mendClosing = command({
	input: v.object({ closingId: idSchema.entries.id, ...closingCodes.entries }),
	load: async ({ closingId }, { tx, actor }: Within<StaffActor>) =>
		closingWithin(tx, closingId, organisationsWhere(actor, 'helpAtDesk')),
	allow: (closing, { actor }) =>
		closing.closedBy === actor.id || organisationsWhere(actor, 'correctClosings').includes(closing.organisationId),
	run: async (closing, { tx, actor, audit }, codes) => {
		const unknown = unknownCodes(codes, knownCodes());
		if (unknown) return refused('malformed', unknown);
		const by = { closedBy: actor.id, helperRole: roleAt(actor, closing.organisationId) };
		const mended = await correctClosing(tx, closing, by, codes);
		if (isRefusal(mended)) return mended;
		await audit({ action: 'correct', subject: 'closing', subjectId: closing.id });
		return mended;
	},
	present: ({ id }) => ({ closingId: id }),
});

/** Ends abuse: nothing more can be written here, and it is no contact. The visitor reads why, and whom she may call. */
export const blockConversation = command({
	input: idSchema,
	load: within,
	allow: (conversation, { actor }: { actor: StaffActor }) => may(actor).block(conversation) || refused('not-held'),
	run: async (conversation, { tx, actor, audit, announce }) => {
		await dropClaim(tx, conversation);
		await endClerk(tx, conversation, null);
		await addStep(tx, conversation, { kind: 'ended', signed: actor.chosenName });
		await conversations(tx).block(conversation.id, now());
		await countAsBlocked(tx, conversation.id);
		await audit({ action: 'block', subject: 'conversation', subjectId: conversation.id });
		announce('conversation', conversation.id);
		announce('queue', conversation.deskId);
		return conversation;
	},
	present: ({ id }) => ({ id }),
});

/** The minutes that the clock proposes: from the claim until now, a whole one at least. */
export async function proposedMinutes(conversation: Conversation, tx: Within<StaffActor>['tx']): Promise<number> {
	const claim = await claims(tx).current(conversation.id);
	const began = claim?.claimedAt ?? conversation.openedAt;
	return Math.min(1_440, Math.max(1, Math.round((instant() - began.getTime()) / 60_000)));
}

async function contactOf(conversation: Conversation, tx: Within<StaffActor>['tx'], actor: StaffActor) {
	const desk = await deskById(tx, conversation.deskId);
	if (!desk) return null;
	return {
		...{ clientId: newId(), caseId: conversation.caseId, desk, channel: 'chat' as const, day: today() },
		...{ language: conversation.language, closedBy: actor.id, signed: actor.chosenName },
		helperRole: roleAt(actor, conversation.organisationId),
	};
}
