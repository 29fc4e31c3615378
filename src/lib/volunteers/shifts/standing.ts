import type { Volunteer } from '../people/volunteer.ts';
import { type Assignment, holdsPlace, placesLeft, type Shift, type Swap } from './shift.ts';
import { obstacles, type Standing } from './taking.ts';

/** What is known of a shift and of those who have to do with it. */
export type Around = {
	readonly at: Date;
	readonly shift: Shift;
	readonly all: readonly Assignment[];
	/** The forms of work that each of them, and she, knows. */
	readonly known: ReadonlyMap<string, readonly string[]>;
	/** Of shifts that are hers already. */
	readonly hers: readonly (Pick<Shift, 'startsAt' | 'endsAt'> & { readonly shiftId: string })[];
};

/**
 * How she stands before a shift. With a swap: as if its holder had left already, she were asked by name, and what she
 * gives for it were hers no more. Whoever is there already cannot stand in for another.
 */
export function standingOf(
	one: Pick<Volunteer, 'id' | 'knownWorks'>,
	{ at, shift, all, known, hers }: Around,
	swap?: Swap,
): Standing {
	const staying = all.filter(({ accountId }) => accountId !== swap?.holderId);
	const isKnownTo = (id: string): boolean => known.get(id)?.includes(shift.work) ?? false;
	return {
		...{ at, placesLeft: placesLeft(shift, staying) },
		hers: hers.filter(({ shiftId }) => shiftId !== (swap ? swap.otherShiftId : shift.id)),
		isInvited: swap !== undefined || staying.some((offer) => isOfferTo(offer, one.id, at)),
		isExperienced: one.knownWorks.includes(shift.work) || isKnownTo(one.id),
		hasExperienced: staying.some(
			(other) => holdsPlace(other) && other.accountId !== one.id && isKnownTo(other.accountId),
		),
	};
}

/** Where a coordinator decides, only somebody who has done such work takes over without being asked about. */
export const isUndecided = ({ signUp }: Pick<Shift, 'signUp'>, { isExperienced }: Pick<Standing, 'isExperienced'>) =>
	signUp === 'approval' && !isExperienced;

/** Nothing keeps her from taking it over, or from taking it in exchange. */
export function mayTakeOver(one: Volunteer, around: Around, swap: Swap): boolean {
	const standing = standingOf(one, around, swap);
	return obstacles(around.shift, one, standing).length === 0 && !isUndecided(around.shift, standing);
}

/** Somebody has it, and nobody who knows such work: a first shift is not to be done alone. */
export const lacksExperience = ({
	shift,
	all,
	known,
}: Pick<Around, 'all' | 'known'> & { shift: Pick<Shift, 'work'> }) => {
	const there = all.filter(holdsPlace);
	return there.length > 0 && !there.some(({ accountId }) => known.get(accountId)?.includes(shift.work));
};

export const isOfferTo = ({ accountId, state, offeredUntil }: Assignment, id: string, at: Date): boolean =>
	accountId === id && state === 'offered' && (offeredUntil === null || offeredUntil > at);
