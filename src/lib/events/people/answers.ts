import type { About } from '../notices/notice.ts';

/** What came of a call: she knows and comes as before, she takes the seat, she does not come, nobody answered. */
export const ANSWERS = ['told', 'comes', 'not-coming', 'no-answer'] as const;
export type Answer = (typeof ANSWERS)[number];

/** So often a helper tries; then she is left in peace. */
export const MOST_TRIES = 4;

const OF_A_SEAT: readonly Answer[] = ['comes', 'not-coming', 'no-answer'];
const OF_A_DATE: readonly Answer[] = ['told', 'not-coming', 'no-answer'];
const OF_AN_END: readonly Answer[] = ['told', 'no-answer'];

/** What can be answered to word about something. */
export function answersTo(about: About): readonly Answer[] {
	if (about === 'offered') return OF_A_SEAT;
	return ['cancelled', 'offer-over', 'seat-gone'].includes(about) ? OF_AN_END : OF_A_DATE;
}
