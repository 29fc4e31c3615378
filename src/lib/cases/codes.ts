/** The coded values of a closing. What they are called stands in messages/cases. */
export const OUTCOMES = [
	'solved-by-person',
	'solved-together',
	'referred',
	'not-solved',
	'emergency',
	'not-a-contact',
] as const;
export const AGE_BANDS = ['under-18', '18-29', '30-54', '55-64', '65-74', '75-over'] as const;
export const GENDERS = ['woman', 'man', 'other'] as const;
export const CHANNELS = ['chat', 'phone', 'email', 'sms', 'visit', 'video', 'event'] as const;
/** What a helper records by hand; a talk in the chat is closed where it was held. */
export const HAND_CHANNELS = ['phone', 'visit', 'video', 'event', 'email', 'sms'] as const;
/** What was in the way. */
export const NEEDS = ['device', 'login', 'language', 'administration', 'reassurance'] as const;
/** Where somebody is sent on to. What each is called stands in messages/cases. */
export const REFERRALS = [
	'authority',
	'bank',
	'legal-aid',
	'victim-support',
	'emergency',
	'health',
	'library',
	'association',
	'other',
] as const;

/** What became of somebody who was sent on. */
export const FOLLOW_UPS = ['reached', 'helped', 'not-reached', 'unknown'] as const;

export type Outcome = (typeof OUTCOMES)[number];
export type AgeBand = (typeof AGE_BANDS)[number];
export type Gender = (typeof GENDERS)[number];
export type Channel = (typeof CHANNELS)[number];
export type Need = (typeof NEEDS)[number];
export type Referral = (typeof REFERRALS)[number];
export type FollowUp = (typeof FOLLOW_UPS)[number];

/** What was written by mistake, as a joke or as a test is closed, but it is no contact and becomes no fact. */
export function isCounted(outcome: Outcome): boolean {
	return outcome !== 'not-a-contact';
}

/** What a helper says about a contact when she closes it: codes only, nothing that could name anybody. */
export type ClosingCodes = {
	readonly topic: string;
	readonly serviceId: string | null;
	readonly outcome: Outcome;
	readonly minutes: number;
	readonly ageBand: AgeBand | null;
	readonly gender: Gender | null;
	readonly need?: Need | null;
	/** The step of a guide at which she was stuck: `guide#step`. */
	readonly stuckAt?: string | null;
	readonly referredTo?: Referral | null;
	/** Nothing on the site says how to do it. */
	readonly guideMissing?: boolean;
	/** What became of her where she was sent, once the desk has heard of it. */
	readonly followedUp?: FollowUp | null;
};
