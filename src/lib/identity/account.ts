import type { Actor } from '#lib/platform/actor.ts';
import { addDays } from '#lib/platform/clock.ts';

/** The roles of those who sign in; the ninth person, the visitor, never does. */
export const ROLES = ['volunteer', 'adviser', 'coordinator', 'regional', 'editor', 'clerk', 'funder', 'admin'] as const;

export type Role = (typeof ROLES)[number];
export type Membership = { readonly organisationId: string; readonly role: Role };

/** Somebody who has signed in, as every area sees them. */
export type StaffActor = Actor & {
	readonly kind: 'staff';
	readonly id: string;
	readonly chosenName: string;
	readonly language: string;
	readonly isDemonstration: boolean;
	readonly pledgeIsCurrent: boolean;
	/** As a volunteer: not while she still learns, nor after she has left. */
	readonly mayHelp: boolean;
	readonly memberships: readonly Membership[];
};

/** A volunteer who came by her personal link: to her own shifts and hours, never to people's words. */
export type LinkActor = Actor & {
	readonly kind: 'link';
	readonly id: string;
	readonly chosenName: string;
	readonly language: string;
	readonly memberships: readonly Membership[];
};

/** An account in the list of those who look after accounts. */
export type Account = {
	readonly id: string;
	readonly shortName: string;
	readonly chosenName: string;
	readonly language: string;
	readonly isDemonstration: boolean;
	/** False until the invitation was accepted. */
	readonly canSignIn: boolean;
	readonly mayHelp: boolean;
	readonly memberships: readonly Membership[];
};

/** The confidentiality pledge holds for a year from the day it was given, or from the end of the one before. */
export function pledgeIsCurrent(acceptedOn: string | null, today: string): boolean {
	return acceptedOn !== null && today <= pledgeUntil(acceptedOn);
}

/** The last day on which it holds. */
export const pledgeUntil = (acceptedOn: string): string => addDays(acceptedOn, PLEDGE_DAYS - 1);

/** From this day on it may be given anew, so that nobody stands without one. */
export const pledgeDueFrom = (acceptedOn: string): string => addDays(acceptedOn, PLEDGE_DAYS - RENEWAL_DAYS);

/** From which day a pledge runs that is given today: renewed in time it loses none of the days of the one before. */
export function pledgeRunsFrom(before: string | null, today: string): string {
	if (before === null || !pledgeIsCurrent(before, today)) return today;
	return pledgeDueFrom(before) <= today ? addDays(pledgeUntil(before), 1) : before;
}

const PLEDGE_DAYS = 365;
const RENEWAL_DAYS = 60;
