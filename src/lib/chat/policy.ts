import { may as mayInIdentity, type StaffActor } from '#lib/identity/index.ts';
import type { Conversation } from './conversation.ts';

/** Who may do what with a conversation. Reaching it is decided before, by its organisation. */
export const may = (actor: StaffActor) => ({
	claim: (c: Conversation): boolean => atDesk(actor, c) && c.endedAt === null && c.blockedAt === null,
	/** Words are for the one who holds the conversation, and for those who answer for the desk. */
	read: (c: Conversation): boolean => c.holder === actor.id || coordinates(actor, c),
	answer: (c: Conversation): boolean => c.holder === actor.id && atDesk(actor, c),
	close: (c: Conversation): boolean => c.holder === actor.id && atDesk(actor, c),
	/** Not once it has ended: then it is closed with its codes, or it would never be counted. */
	release: (c: Conversation): boolean => c.endedAt === null && (c.holder === actor.id || coordinates(actor, c)),
	block: (c: Conversation): boolean => c.holder === actor.id && atDesk(actor, c),
});

const atDesk = (actor: StaffActor, c: Conversation): boolean => mayInIdentity(actor).helpAtDesk(c.organisationId);
const coordinates = (actor: StaffActor, c: Conversation): boolean =>
	mayInIdentity(actor).correctClosings(c.organisationId);
