import { addDays } from '#lib/platform/clock.ts';
import type { AgeBand, Outcome } from '../codes.ts';

/** A counselling day, counted person by person: at a service point, or at an event that has a name of its own. */
export type Tally = {
	readonly id: string;
	readonly deskId: string;
	readonly organisationId: string;
	readonly placeId: string | null;
	readonly event: string | null;
	/** Of every tap on it. No phone is asked what day it is. */
	readonly day: string;
	readonly openedBy: string;
	readonly closedOn: string | null;
};

/** Whose taps: a name for an account on one tally, so that a phone need not know the account. */
export type Hand = {
	readonly id: string;
	readonly tallyId: string;
	readonly accountId: string;
	readonly helperRole: string;
};

/** What a helper says of one person: codes only. */
export type TapCodes = {
	readonly topic: string;
	readonly outcome: Outcome;
	readonly minutes: number;
	readonly language: string;
	readonly ageBand: AgeBand | null;
};

/**
 * One person helped. It only ever changes from made to undone, so whatever comes twice, late or in another order comes
 * to the same.
 */
export type Tap = TapCodes & { readonly id: string; readonly hand: string; readonly isUndone: boolean };

/** What became of a tap that was sent. */
export type Taken =
	| { readonly id: string; readonly state: 'stored' }
	| { readonly id: string; readonly state: 'refused'; readonly reason: TapRefusal };

/**
 * `early`: its day has not come. `over`: nothing is taken any more. `hand`: nobody known. `topic`, `malformed`: no such
 * codes. `elsewhere`: sent before to another tally. `mended`: the closing has been mended by hand meanwhile.
 */
export type TapRefusal = 'early' | 'over' | 'hand' | 'topic' | 'malformed' | 'elsewhere' | 'mended';

/** So many days ahead a tally may be opened, for a place without a network. */
export const DAYS_AHEAD = 14;
/** So many days after its day what phones have kept is still taken. */
export const DAYS_TAKEN = 30;
/** Languages of those who come; what each is called stands in messages/tally. */
export const TAP_LANGUAGES = ['ru', 'uk', 'fi', 'en', 'other'] as const;
/** What a phone sends at once. */
export const MOST_TAPS = 100;

/** What becomes of a tap that arrives on the day `today`; after `over` only what is known already is confirmed. */
export function arrival({ day, closedOn }: Pick<Tally, 'day' | 'closedOn'>, today: string): Arrival {
	if (today < day) return 'early';
	if (today > addDays(day, DAYS_TAKEN)) return 'over';
	return today > day || closedOn !== null ? 'late' : 'in-time';
}

export type Arrival = 'early' | 'in-time' | 'late' | 'over';
