import { addDays, dayOf, wallTimeOf } from '#lib/platform/clock.ts';

/** A shift at a desk, and how many have taken it. */
export type Covered = { readonly startsAt: Date; readonly endsAt: Date; readonly taken: number };

/** One spell of a single day, by the wall clock of the desk; `24:00` is its end. */
export type DaySpell = { readonly day: string; readonly opens: string; readonly closes: string };

/** When a desk is open that opens by shifts: whenever somebody has signed up, and at no other time. */
export function spellsByShifts(shifts: readonly Covered[], zone: string): DaySpell[] {
	return shifts.filter(({ taken }) => taken > 0).flatMap((shift) => byDay(shift, zone));
}

function byDay({ startsAt, endsAt }: Covered, zone: string): DaySpell[] {
	const first = dayOf(startsAt, zone);
	const last = dayOf(endsAt, zone);
	const found: DaySpell[] = [];
	for (let day = first; day <= last; day = addDays(day, 1)) {
		const opens = day === first ? wallTimeOf(startsAt, zone) : '00:00';
		const closes = day === last ? wallTimeOf(endsAt, zone) : '24:00';
		if (opens < closes) found.push({ day, opens, closes });
	}
	return found;
}
