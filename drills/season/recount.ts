import type { Lived } from './live.ts';

/** One line of the plan, counted. */
export type LineCount = {
	readonly id: string;
	readonly sessions: number;
	readonly visits: number;
	readonly cancelled: number;
	readonly replaced: number;
};

/** By whoever lived the year, from her own notes: no word of the site is asked. */
export function recount(dates: readonly Lived[]): LineCount[] {
	return [...new Set(dates.map(({ line }) => line))].map((id) => {
		const own = dates.filter(({ line }) => line === id);
		const held = own.filter(({ state }) => state === 'held');
		return {
			...{ id, sessions: held.length, visits: held.reduce((sum, { visits }) => sum + visits, 0) },
			cancelled: own.filter(({ state }) => state === 'cancelled').length,
			replaced: own.filter(({ state }) => state === 'replaced').length,
		};
	});
}
