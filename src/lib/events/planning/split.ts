import { addDays } from '#lib/platform/clock.ts';
import type { Series } from '../event.ts';
import { daysOf } from '../series/rule.ts';

/** What goes on from one of its days, for a series that is cut in two there. */
export function restOf(of: Series, from: string): Series {
	const held = daysOf(of, addDays(from, -1)).length;
	const times = of.times === null ? null : Math.max(1, of.times - held);
	return { ...of, from, times, previousId: of.id, revision: 1 };
}

/** What is left of it: it ends the day before. */
export const endedBefore = (of: Series, from: string): Series => ({ ...of, until: addDays(from, -1) });
