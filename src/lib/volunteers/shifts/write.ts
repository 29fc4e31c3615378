import type { Kept } from './shift.ts';

/**
 * A shift as it will be, and what people hear of it: `moved`: they may give it up; `cancelled`: it is off; `again`, `same`
 * and `quiet`: nothing that they would have to know.
 */
export type Change = {
	readonly after: Kept;
	readonly how: 'same' | 'quiet' | 'moved' | 'cancelled' | 'again';
};
