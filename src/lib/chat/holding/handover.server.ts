import type { StaffActor } from '#lib/identity/index.ts';
import { now } from '#lib/platform/clock.ts';
import { command, isRefusal, refused, type Within } from '#lib/platform/command.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { within } from '../claim.server.ts';
import type { Conversation } from '../conversation.ts';
import { addNote, NOTES_CHANGED } from '../notes/notes.server.ts';
import { may } from '../policy.ts';
import { declineSchema, idSchema, offerSchema } from '../schema.ts';
import { conversations } from '../store.server.ts';
import { addressOf } from './address.server.ts';
import { moveAlong } from './moving.server.ts';
import { claims, type HandoverRow, handovers } from './store.server.ts';

/** Offers the conversation to a colleague or to a desk, with a note. Until it is accepted its holder stays responsible. */
export const offerHandover = command({
	input: offerSchema,
	load: within,
	allow: (conversation, { actor }: { actor: StaffActor }) => may(actor).handOver(conversation) || refused('not-held'),
	run: async (conversation, at, { clientId, text, ...to }) => {
		const { tx, actor, audit } = at;
		const address = await addressOf(tx, conversation, actor, to);
		if (isRefusal(address)) return address;
		if (await handovers(tx).open(conversation.id)) return refused('offered-already');
		const noteNumber = await addNote(tx, conversation, actor, { clientId, text, kind: 'handover' });
		const offer = { id: newId(), conversationId: conversation.id, offeredBy: actor.id, noteNumber, ...address };
		await handovers(tx).add(offer, now());
		const reason = address.toOrganisation ? { reason: `to ${address.toOrganisation}` } : {};
		await audit({ action: 'offer', subject: 'conversation', subjectId: conversation.id, ...reason });
		// The visitor's page asks her.
		if (address.consent) at.announce('conversation', conversation.id);
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
		await moveAlong(at, conversation, offer);
		at.announce('conversation', conversation.id);
		tellAll(at, conversation, offer);
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
		tellAll(at, conversation, offer);
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
		const offer = await handovers(at.tx).open(conversation.id);
		if (!offer) return refused('not-offered');
		await handovers(at.tx).settle(conversation.id, 'withdrawn', at.actor.id, now());
		// If the visitor was being asked, she is asked no more.
		at.announce('conversation', conversation.id);
		await at.audit({ action: 'withdraw', subject: 'conversation', subjectId: conversation.id });
		// A desk that was told nothing is not rung either.
		tellAll(at, conversation, offer.consent === 'asked' ? undefined : offer);
		return {};
	},
	present: () => ({}),
});

type Offered = { readonly conversation: Conversation; readonly offer: HandoverRow };

/** Whoever may not know of the offer finds nothing. */
async function offered({ id }: { id: string }, { tx, actor }: Within<StaffActor>): Promise<Offered | null> {
	const conversation = await conversations(tx).locked(id);
	const offer = conversation && (await handovers(tx).open(conversation.id));
	return offer && may(actor).seeOffer(conversation, offer) ? { conversation, offer } : null;
}

type To = { readonly toDesk: string | null };

function tellAll({ announce }: Within<StaffActor>, { id, deskId }: Conversation, to?: To): void {
	announce(NOTES_CHANGED, id);
	announce('queue', deskId);
	if (to?.toDesk) announce('queue', to.toDesk);
}
