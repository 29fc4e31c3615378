import { may as mayInIdentity, type StaffActor } from '#lib/identity/index.ts';

/** Of a case, what decides who may do what with it. Reaching it is decided before, by its organisation. */
type Reached = { readonly organisationId: string; readonly holder: string | null };

/** Who may do what with a case. */
export const may = (actor: StaffActor) => ({
	/** That it is there, since when it waits and who has it in hand: no word of it. */
	see: (c: Reached): boolean => atDesk(actor, c),
	/** What nobody else has in hand; a colleague's is handed on by the colleague or by those who answer for the desk. */
	take: (c: Reached): boolean => atDesk(actor, c),
	/** Words are for the one who has it in hand, and for those who answer for the desk. */
	read: (c: Reached): boolean => hasInHand(actor, c) || coordinates(actor, c),
	/** Notes, answers, what became of a referral. */
	write: (c: Reached): boolean => hasInHand(actor, c) || coordinates(actor, c),
	/** To record a contact in it. */
	close: (c: Reached): boolean => hasInHand(actor, c) || coordinates(actor, c),
	/** A new code for a paper; the one before it leads nowhere then. */
	giveCode: (c: Reached): boolean => hasInHand(actor, c) || coordinates(actor, c),
	/** To give it back, or into the hand of a colleague. */
	release: (c: Reached): boolean => c.holder !== null && (hasInHand(actor, c) || coordinates(actor, c)),
});

const atDesk = (actor: StaffActor, c: Reached): boolean => mayInIdentity(actor).helpAtDesk(c.organisationId);
const hasInHand = (actor: StaffActor, c: Reached): boolean => c.holder === actor.id && atDesk(actor, c);
const coordinates = (actor: StaffActor, c: Reached): boolean => mayInIdentity(actor).correctClosings(c.organisationId);
