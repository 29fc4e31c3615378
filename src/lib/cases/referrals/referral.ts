import type { Outcome } from '../codes.ts';

/** The person sits at the office and takes a code along, or calls or comes to the desk some day. */
export const COMES = ['here', 'will-come'] as const;
export type Comes = (typeof COMES)[number];

export type ReferralOutcome = 'helped' | 'not-solved' | 'not-reached';
/** How a referral stands, as far as the office may know it. */
export type ReferralState = 'waiting' | 'taken' | ReferralOutcome;

/** Somebody whom a partner office sent; no word of hers. */
export type Referral = {
	readonly caseId: string;
	/** The office. */
	readonly organisationId: string;
	readonly accountId: string;
	readonly topic: string;
	readonly serviceId: string | null;
	readonly language: string;
	readonly how: Comes;
	readonly referredOn: string;
	readonly outcome: ReferralOutcome | null;
	readonly settledOn: string | null;
	readonly deskId: string;
	/** Somebody at the desk has the case in hand. */
	readonly isHeld: boolean;
	/** There are words in the case that are not the office's. */
	readonly hasMore: boolean;
	/** The code that the office handed over is still the one of the case, and nobody has used it. */
	readonly codeUnused: boolean;
};

export function stateOf({ outcome, isHeld }: Pick<Referral, 'outcome' | 'isHeld'>): ReferralState {
	return outcome ?? (isHeld ? 'taken' : 'waiting');
}

/** What a contact says of the referral; null: it was none. */
export function outcomeOf(contact: Outcome): ReferralOutcome | null {
	if (contact === 'not-a-contact') return null;
	return contact === 'not-solved' ? 'not-solved' : 'helped';
}
