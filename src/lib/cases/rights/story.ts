import type { Channel, Outcome, Referral } from '../codes.ts';
import type { Entry } from '../entries/entry.ts';

/** A contact as she may see it: who helped, when and how, and what came of it. */
export type HerContact = {
	readonly organisationId: string;
	/** The chosen name of the helper. */
	readonly signed: string;
	readonly channel: Channel;
	readonly placeId: string | null;
	readonly happenedOn: string;
	readonly minutes: number;
	readonly topic: string;
	readonly serviceId: string | null;
	readonly outcome: Outcome;
	readonly referredTo: Referral | null;
};

/** One thing that happened in a case, by its moment: a contact, as whoever reads may see it, or something written. */
export type Step<Contact = HerContact> =
	| { readonly kind: 'contact'; readonly day: string; readonly at: string; readonly contact: Contact }
	| { readonly kind: 'entry'; readonly day: string; readonly at: string; readonly entry: Entry };

/** In order of time: by day, and within a day by the moment at which it was written down. */
export function inOrder<One extends { readonly day: string; readonly at: string }>(steps: readonly One[]): One[] {
	return [...steps].sort((a, b) => compare(a.day, b.day) || compare(a.at, b.at));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
