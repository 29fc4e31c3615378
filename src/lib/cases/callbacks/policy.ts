import { may as mayInIdentity, type StaffActor } from '#lib/identity/index.ts';
import type { Callback } from './callback.ts';

type Reached = Pick<Callback, 'organisationId' | 'holder'>;

/** Who may do what with a callback. Reaching it is decided before, by the organisation of its case. */
export const mayCall = (actor: StaffActor) => ({
	/** That somebody waits for a call, when and in which language: no number and no word. */
	see: (c: Reached): boolean => atDesk(actor, c),
	take: (c: Reached): boolean => atDesk(actor, c),
	/** The number is for the one who calls. */
	call: (c: Reached): boolean => c.holder === actor.id && atDesk(actor, c),
	giveBack: (c: Reached): boolean =>
		c.holder !== null && (c.holder === actor.id || mayInIdentity(actor).correctClosings(c.organisationId)),
});

const atDesk = (actor: StaffActor, c: Reached): boolean => mayInIdentity(actor).helpAtDesk(c.organisationId);
