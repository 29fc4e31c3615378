import type { DateTold } from '../public/told.ts';
import type { Registration } from './registration.ts';

/** What her page shows of her registration; nothing of anybody else's. */
export type HerRegistration = Pick<
	Registration,
	'ticket' | 'seats' | 'state' | 'heldUntil' | 'isLengthened' | 'offeredUntil' | 'reachedBy' | 'eraseOn'
> & {
	/** The form stands open: she has said nothing yet but that she wants to come. */
	readonly isOpen: boolean;
	/** She has sent it. */
	readonly isFilled: boolean;
	readonly date: DateTold;
	/** Of a counselling day: when her time begins. */
	readonly slotAt: Date | null;
	readonly code: string;
	readonly name: string;
	/** As much of her contact as shows her a slip of the pen. */
	readonly contact: string;
	readonly hasBegun: boolean;
	/** Where those online meet, when it is time and she has a seat. */
	readonly link: string | null;
};

/** What somebody must know who may register. In words: how many come is nobody's business. */
export type Entry = {
	readonly date: DateTold;
	readonly room: 'free' | 'few' | 'line' | 'over';
	/** Of a counselling day the times that are free. */
	readonly times: readonly Date[] | null;
	readonly mostSeats: number;
	/** No seat is offered any more by itself: a helper calls those who wait. */
	readonly isCalled: boolean;
};
