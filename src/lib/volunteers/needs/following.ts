import type { Change } from '../shifts/write.ts';
import type { Kept } from '../shifts/shift.ts';
import type { ShiftDate } from './need.ts';

type Given = {
	readonly date: ShiftDate | null;
	/** The date that is held for it, if people go over to that one. */
	readonly instead: ShiftDate | null;
	/** Its need has not ended meanwhile: only then it is wanted again once its date is held after all. */
	readonly isWanted: boolean;
	readonly at: Date;
};

/** A shift as its date would have it. Asked again about what it said, it says `same`: so nobody is told twice. */
export function followed(shift: Kept, { date, instead, isWanted, at }: Given): Change {
	const to = date?.state === 'replaced' ? instead : date;
	if (!to || to.state === 'cancelled' || to.state === 'replaced') return off(shift);
	if (shift.state === 'cancelled') {
		if (shift.isByHand || !isWanted) return { after: shift, how: 'same' };
		return { after: { ...movedTo(shift, to), state: 'planned' }, how: 'again' };
	}
	if (isKnown(shift, to)) return { after: shift, how: 'same' };
	return { after: { ...movedTo(shift, to), movedAt: at }, how: 'moved' };
}

const off = (shift: Kept): Change =>
	shift.state === 'cancelled'
		? { after: shift, how: 'same' }
		: { after: { ...shift, state: 'cancelled' }, how: 'cancelled' };

const movedTo = (shift: Kept, { id, day, startsAt, endsAt, placeId }: ShiftDate): Kept => ({
	...shift,
	...{ occurrenceId: id, day, startsAt, endsAt, knownPlaceId: placeId },
});

const isKnown = (shift: Kept, to: ShiftDate): boolean =>
	shift.occurrenceId === to.id &&
	shift.startsAt.getTime() === to.startsAt.getTime() &&
	shift.endsAt.getTime() === to.endsAt.getTime() &&
	shift.knownPlaceId === to.placeId;
