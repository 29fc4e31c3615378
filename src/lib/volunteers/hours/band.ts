/** How this month stands beside what she wished for: shown, never pressed. */
export type Band = { readonly state: 'below' | 'within' | 'above'; readonly minutes: number; readonly left: number };

/** `minutes`: done and still to come this month. `left`: until the upper end of what she wished for. */
export function bandOf(
	{ leastMinutes, mostMinutes }: { leastMinutes: number; mostMinutes: number },
	minutes: number,
): Band {
	const left = Math.max(0, mostMinutes - minutes);
	if (minutes < leastMinutes) return { state: 'below', minutes, left };
	return { state: minutes > mostMinutes ? 'above' : 'within', minutes, left };
}

/** Whole quarters of an hour; what was begun counts. */
export const quartersOf = (minutes: number): number => Math.max(1, Math.ceil(minutes / 15));
