import { type Assignment, holdsPlace, type Kept } from '../shifts/shift.ts';

/** What she says of a shift that is hers: somebody else is looked for, and it is hers until then; or it is free now. */
export type Fate = 'give-on' | 'give-up';

export type Ending = { readonly state: 'paused'; readonly until: string | null } | { readonly state: 'left' };
export type Settled = { readonly one: Assignment; readonly shift: Kept; readonly fate: Fate };

type Said = {
	readonly ending: Ending;
	/** By assignment. */
	readonly fates: Readonly<Record<string, Fate>>;
	readonly at: Date;
};

/**
 * What becomes of all that is under way with her in that time. Null when of a shift of hers nothing was said: nothing is
 * lost in silence. Whoever leaves is responsible for nothing afterwards: from her nothing stays until somebody takes it.
 */
export function settled(
	open: readonly Assignment[],
	rows: readonly Kept[],
	{ ending, fates, at }: Said,
): Settled[] | null {
	const steps: Settled[] = [];
	for (const one of open) {
		const shift = rows.find(({ id }) => id === one.shiftId);
		if (shift && !isConcerned(shift, ending, at)) continue;
		const fate = holdsPlace(one) ? fates[one.id] : 'give-up';
		if (!shift || fate === undefined || (ending.state === 'left' && fate !== 'give-up')) return null;
		steps.push({ one, shift, fate });
	}
	return steps;
}

/** In the time of a pause; of whoever leaves all that is to come. */
export const isConcerned = ({ day, startsAt }: Pick<Kept, 'day' | 'startsAt'>, ending: Ending, at: Date): boolean =>
	startsAt > at && (ending.state === 'left' || ending.until === null || day <= ending.until);
