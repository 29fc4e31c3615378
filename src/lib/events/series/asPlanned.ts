import { instantAt } from '#lib/platform/clock.ts';
import type { Occurrence, Planned, Series } from '../event.ts';

/** What a date has of its series and not of itself. */
export type AsPlanned = Planned &
	Pick<Occurrence, 'startsAt' | 'endsAt' | 'capacity' | 'walkIn' | 'slotMinutes' | 'link'>;

/** The day as the series plans it. */
export function asPlanned(of: Series, day: string): AsPlanned {
	const { starts, minutes, mode, placeId, capacity, walkIn, slotMinutes } = of;
	const { startsAt, endsAt } = momentsOf({ day, starts, minutes }, of.zone);
	return { day, starts, minutes, mode, placeId, startsAt, endsAt, capacity, walkIn, slotMinutes, link: null };
}

export const plannedOf = ({ day, starts, minutes, mode, placeId }: Planned): Planned => ({
	...{ day, starts, minutes, mode, placeId },
});

/** Minutes are those that pass, so a date over the clock change is of its full length. */
export function momentsOf(
	{ day, starts, minutes }: Pick<Planned, 'day' | 'starts' | 'minutes'>,
	zone: string,
): { startsAt: Date; endsAt: Date } {
	const startsAt = instantAt(day, starts, zone);
	return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) };
}
