/** Word that waits to be carried to somebody. */
export type Waiting = { readonly id: string; readonly kind: string; readonly tries: number; readonly madeAt: Date };

/**
 * What became of one that was tried: `sent` only after whoever carries it has taken it; `dropped` when it is true no
 * more. What could not be reached is no outcome: it is thrown as Away, and tried again.
 */
export type Outcome =
	| { readonly state: 'sent' }
	| { readonly state: 'failed'; readonly reason: string }
	| { readonly state: 'dropped'; readonly reason: string };
/** Too much goes there already. */
export type Later = { readonly state: 'later' };
/** For a week it could not be sent. */
export type GivenUp = { readonly state: 'failed'; readonly reason: 'given-up' };

const LONGEST_PAUSE_MS = 30 * 60_000;

/** How long to wait after so many tries at something that was away. */
export const pauseAfter = (tries: number): number => Math.min(LONGEST_PAUSE_MS, 5_000 * 2 ** Math.min(tries, 12));
