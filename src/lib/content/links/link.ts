import type { ItemKey } from '../item/item.ts';

export const OUTCOMES = ['ok', 'broken', 'refused', 'unreachable'] as const;
export type LinkOutcome = (typeof OUTCOMES)[number];

/** One look at a page. `failed`: it counts towards the alarm. */
export type LinkFinding = {
	readonly outcome: LinkOutcome;
	readonly status: number | null;
	readonly failed: boolean;
	readonly heading: string | null;
};

/** What is known of an address. Nulls: nobody has looked yet, or it was never well. */
export type Link = {
	readonly url: string;
	readonly outcome: LinkOutcome | null;
	readonly status: number | null;
	readonly checkedAt: Date | null;
	readonly okAt: Date | null;
	/** When the title or main heading of the page became another one. */
	readonly changedAt: Date | null;
	readonly failures: number;
};
export type BrokenLink = Link & { readonly items: readonly ItemKey[] };

/** A site may be away for a day; after this many failures on different days somebody has to look. */
export const ALARM_AFTER = 3;
