import { may as mayInIdentity, type StaffActor } from '#lib/identity/index.ts';
import type { Conversation } from './conversation.ts';

/** To a person, or to a desk; to one of another organisation only with the visitor's consent. */
export type Offer = {
	readonly offeredBy: string;
	readonly toAccount: string | null;
	readonly toOrganisation: string | null;
	readonly consent: 'asked' | 'given' | 'refused' | null;
};

/** Who may do what with a conversation. Reaching it is decided before, by its organisation. */
export const may = (actor: StaffActor) => ({
	claim: (c: Conversation): boolean => atDesk(actor, c) && c.endedAt === null && c.blockedAt === null,
	/** Words are for the one who holds the conversation, and for those who answer for the desk. */
	read: (c: Conversation): boolean => c.holder === actor.id || coordinates(actor, c),
	/** Whoever answers for the desk may help a colleague in the colleague's conversation, who stays its holder. */
	answer: (c: Conversation): boolean =>
		(c.holder === actor.id || (c.holder !== null && coordinates(actor, c))) && atDesk(actor, c),
	close: (c: Conversation): boolean => c.holder === actor.id && atDesk(actor, c),
	/** Not once it has ended: then it is closed with its codes, or it would never be counted. */
	release: (c: Conversation): boolean => c.endedAt === null && (c.holder === actor.id || coordinates(actor, c)),
	/** Notes are for those who read it and may help in it. */
	note: (c: Conversation): boolean => (c.holder === actor.id || coordinates(actor, c)) && atDesk(actor, c),
	/** There is something on it that nobody should have. */
	removePicture: (c: Conversation): boolean => (c.holder === actor.id || coordinates(actor, c)) && atDesk(actor, c),
	answerDoubt: (c: Conversation): boolean => coordinates(actor, c),
	/** To bring a clerk into the conversation: whoever holds it. */
	interpret: (c: Conversation): boolean => c.holder === actor.id && c.endedAt === null && atDesk(actor, c),
	dismiss: (c: Conversation): boolean => c.holder === actor.id || coordinates(actor, c),
	handOver: (c: Conversation): boolean => c.holder === actor.id && c.endedAt === null && atDesk(actor, c),
	/** To know of the offer at all: in one's own organisation, or at the desk of the one that it leads to. */
	seeOffer: (c: Conversation, offer: Offer): boolean =>
		offer.toOrganisation === null
			? atDesk(actor, c)
			: offer.consent === 'given' && mayInIdentity(actor).helpAtDesk(offer.toOrganisation),
	/** By the person to whom it was offered, or anybody at the desk to which it was. */
	takeOver: (c: Conversation, offer: Offer): boolean =>
		c.endedAt === null &&
		may(actor).seeOffer(c, offer) &&
		offer.offeredBy !== actor.id &&
		(offer.toAccount === null || offer.toAccount === actor.id),
	block: (c: Conversation): boolean => c.holder === actor.id && atDesk(actor, c),
});

const atDesk = (actor: StaffActor, c: Conversation): boolean => mayInIdentity(actor).helpAtDesk(c.organisationId);
const coordinates = (actor: StaffActor, c: Conversation): boolean =>
	mayInIdentity(actor).correctClosings(c.organisationId);
