/** Parts of one bar in percent of its width. The whole is the plan, or what was counted where that is more. */
export type Bar = { readonly planned: number; readonly actual: number; readonly due: number | null };

export function barOf(planned: number | null, actual: number, due: number | null = null, atLeast = 0): Bar {
	const whole = Math.max(planned ?? 0, actual, atLeast, 1);
	const part = (count: number): number => Math.round((count * 1_000) / whole) / 10;
	return { planned: part(planned ?? 0), actual: part(actual), due: due === null ? null : part(due) };
}

/** A part of a whole that is drawn as one bar. */
export type Part = { readonly count: number; readonly look: 'solid' | 'hatched' | 'empty' };
