import type { Swap } from '../shift.ts';

/** A swap in which the holder would take a place of the other one for hers. */
export type Exchange = Swap & { readonly toAccount: string; readonly otherId: string; readonly otherShiftId: string };

export const isExchange = (swap: Swap): swap is Exchange =>
	swap.toAccount !== null && swap.otherId !== null && swap.otherShiftId !== null;

/** The same as the other one sees it: so one rule judges both halves, each as it would be afterwards. */
export const mirrored = (one: Exchange): Exchange => ({
	...one,
	...{ assignmentId: one.otherId, shiftId: one.otherShiftId, holderId: one.toAccount },
	...{ otherId: one.assignmentId, otherShiftId: one.shiftId, toAccount: one.holderId },
});
