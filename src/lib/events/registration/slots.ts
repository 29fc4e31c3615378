/** The parts of a counselling day: which there are, which are kept for those who just come, and when they begin. */
export type Slot = { readonly startsAt: Date; readonly minutes: number; readonly isWalkIn: boolean };
export type SlotRow = Slot & { readonly id: string };

type Day = {
	readonly startsAt: Date;
	readonly endsAt: Date;
	readonly slotMinutes: number | null;
	readonly walkIn: number;
};

/** As the date is now. A rest that is too short for a slot is none. */
export function slotsOf({ startsAt, endsAt, slotMinutes, walkIn }: Day): Slot[] {
	if (slotMinutes === null) return [];
	const length = slotMinutes * 60_000;
	const count = Math.floor((endsAt.getTime() - startsAt.getTime()) / length);
	const kept = walkInPlaces(count, walkIn);
	return Array.from({ length: count }, (_, place) => ({
		startsAt: new Date(startsAt.getTime() + place * length),
		minutes: slotMinutes,
		isWalkIn: kept.has(place),
	}));
}

/** What has to happen with the rows, so that they are those of the day; whatever somebody has booked stays hers. */
export type SlotChanges = {
	readonly moved: readonly SlotRow[];
	readonly missing: readonly Slot[];
	readonly dropped: readonly string[];
};

/**
 * Rows follow the day: by their order, so that who had the third time has the third time of the moved day. Another length
 * of slots is only taken over while nobody has one.
 */
export function slotChanges(day: Day, rows: readonly SlotRow[], booked: ReadonlySet<string>): SlotChanges {
	const wanted = slotsOf(day);
	const isSameLength = rows.every(({ minutes }) => minutes === day.slotMinutes);
	if (!isSameLength && rows.some(({ id }) => booked.has(id))) return { moved: [], missing: [], dropped: [] };
	if (!isSameLength) return { moved: [], missing: wanted, dropped: rows.map(({ id }) => id) };
	const followed = rows.slice(0, wanted.length).map((row, place) => follow(row, wanted[place] ?? row, booked));
	return {
		moved: followed.filter((row, place) => row !== rows[place]),
		missing: wanted.slice(rows.length),
		dropped: rows.slice(wanted.length).flatMap(({ id }) => (booked.has(id) ? [] : [id])),
	};
}

/** A time that somebody has is no walk-in one any more, however many there should be. */
function follow(row: SlotRow, { startsAt, isWalkIn }: Slot, booked: ReadonlySet<string>): SlotRow {
	const keptFree = isWalkIn && !booked.has(row.id);
	const isSame = row.startsAt.getTime() === startsAt.getTime() && row.isWalkIn === keptFree;
	return isSame ? row : { ...row, startsAt, isWalkIn: keptFree };
}

/** Through the day: whoever just comes finds somebody in the morning and in the afternoon. */
function walkInPlaces(count: number, walkIn: number): ReadonlySet<number> {
	const wanted = Math.min(count, walkIn);
	return new Set(Array.from({ length: wanted }, (_, which) => Math.floor(((which + 0.5) * count) / wanted)));
}
