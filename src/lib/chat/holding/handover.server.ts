import { deskById } from '#lib/cases/index.server.ts';
import type { StaffActor } from '#lib/identity/index.ts';
import { helpersOf } from '#lib/identity/index.server.ts';
import { now } from '#lib/platform/clock.ts';
import { command, refused, type Refusal, type Within } from '#lib/platform/command.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { within } from '../claim.server.ts';
import type { Conversation } from '../conversation.ts';
import { addStep } from '../end.server.ts';
import { addNote, NOTES_CHANGED } from '../notes/notes.server.ts';
import { may } from '../policy.ts';
import { declineSchema, idSchema, offerSchema } from '../schema.ts';
import { claims, conversations } from '../store.server.ts';
import { type HandoverRow, handovers } from './store.server.ts';

type To = { readonly toAccount: string | null; readonly toDesk: string | null };

/** Offers the conversation to a colleague or to a desk, with a note. Until it is accepted its holder stays responsible. */
export const offerHandover = command({
	input: offerSchema,
	load: within,
	allow: (conversation, { actor }: { actor: StaffActor }) => may(actor).handOver(conversation) || refused('not-held'),
	run: async (conversation, at, { clientId, text, toAccount, toDesk }) => {
		const { tx, actor, audit } = at;
		const wrong = await wrongAddress(tx, conversation, actor, { toAccount, toDesk });
		if (wrong) return wrong;
		if (await handovers(tx).open(conversation.id)) return refused('offered-already');
		const noteNumber = await addNote(tx, conversation, actor, { clientId, text, kind: 'handover' });
		const offer = { id: newId(), conversationId: conversation.id, offeredBy: actor.id, toAccount, toDesk, noteNumber };
		await handovers(tx).add(offer, now());
		await audit({ action: 'offer', subject: 'conversation', subjectId: conversation.id });
		tellAll(at, conversation);
		return {};
	},
	present: () => ({}),
});

/** Takes over what was offered. The visitor reads the name of the one who goes on. */
export const acceptHandover = command({
	input: idSchema,
	load: offered,
	allow: ({ conversation, offer }, { actor }: { actor: StaffActor }) => may(actor).takeOver(conversation, offer),
	run: async ({ conversation, offer }, at) => {
		const { tx, actor, audit } = at;
		await handovers(tx).settle(conversation.id, 'accepted', actor.id, now());
		const before = await claims(tx).release(conversation.id, now());
		if (!before) return refused('not-held');
		const { id: conversationId } = conversation;
		const { waitingSince } = before;
		await claims(tx).record({ id: newId(), conversationId, accountId: actor.id, waitingSince, at: now() });
		if (offer.toDesk) await conversations(tx).moveTo(conversation.id, offer.toDesk);
		await addStep(tx, conversation, 'handed', actor.chosenName);
		await audit({ action: 'accept', subject: 'conversation', subjectId: conversation.id });
		at.announce('conversation', conversation.id);
		tellAll(at, conversation);
		if (offer.toDesk) at.announce('queue', offer.toDesk);
		return conversation;
	},
	present: ({ id }) => ({ id }),
});

/** Says no, and why if she likes: a note for the holder. */
export const declineHandover = command({
	input: declineSchema,
	load: offered,
	allow: ({ conversation, offer }, { actor }: { actor: StaffActor }) => may(actor).takeOver(conversation, offer),
	run: async ({ conversation, offer }, at, { clientId, text }) => {
		const { tx, actor, audit } = at;
		await handovers(tx).settle(conversation.id, 'declined', actor.id, now());
		const reason = { clientId, text: text ?? '', kind: 'handover' as const, aboutNumber: offer.noteNumber };
		if (text) await addNote(tx, conversation, actor, reason);
		await audit({ action: 'decline', subject: 'conversation', subjectId: conversation.id });
		tellAll(at, conversation);
		return {};
	},
	present: () => ({}),
});

/** The holder goes on herself after all. */
export const withdrawHandover = command({
	input: idSchema,
	load: within,
	allow: (conversation, { actor }: { actor: StaffActor }) => may(actor).handOver(conversation) || refused('not-held'),
	run: async (conversation, at) => {
		const isOpen = await handovers(at.tx).settle(conversation.id, 'withdrawn', at.actor.id, now());
		if (!isOpen) return refused('not-offered');
		await at.audit({ action: 'withdraw', subject: 'conversation', subjectId: conversation.id });
		tellAll(at, conversation);
		return {};
	},
	present: () => ({}),
});

type Offered = { readonly conversation: Conversation; readonly offer: HandoverRow };

async function offered(input: { id: string }, at: Within<StaffActor>): Promise<Offered | null> {
	const conversation = await within(input, at);
	const offer = conversation && (await handovers(at.tx).open(conversation.id));
	return offer ? { conversation, offer } : null;
}

/** One address, of somebody who may help there, and not oneself. */
async function wrongAddress(tx: Queryable, of: Conversation, actor: StaffActor, to: To): Promise<Refusal | null> {
	const { organisationId } = of;
	if (to.toDesk && !to.toAccount) {
		const desk = await deskById(tx, to.toDesk);
		return desk?.organisationId === organisationId ? null : refused('malformed', { to: 'to' });
	}
	const helpers = to.toAccount && !to.toDesk ? await helpersOf(tx, organisationId) : [];
	const isThere = helpers.some(({ id }) => id === to.toAccount && id !== actor.id);
	return isThere ? null : refused('malformed', { to: 'to' });
}

function tellAll({ announce }: Within<StaffActor>, { id, deskId }: Conversation): void {
	announce(NOTES_CHANGED, id);
	announce('queue', deskId);
}
