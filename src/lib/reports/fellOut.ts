import type { LineDates } from '#lib/events/index.ts';

type FellOut = LineDates['fellOut'][number];

/** What did not happen as planned, told once for all dates that share state, cause and what came instead. */
export type Group = Pick<FellOut, 'state' | 'cause' | 'replacedByLine' | 'replacedByNames' | 'reason'> & {
	readonly days: readonly string[];
};

/** In the order of their first days. Another explanation is another group. */
export function groupsOf(dates: readonly FellOut[]): Group[] {
	const groups = new Map<string, Group>();
	for (const { state, cause, replacedByLine, replacedByNames, reason, plannedDay } of dates) {
		const told = { state, cause, replacedByLine, replacedByNames, reason };
		const key = JSON.stringify(told);
		groups.set(key, { ...told, days: [...(groups.get(key)?.days ?? []), plannedDay] });
	}
	return [...groups.values()];
}
