import { clockSaid, fullDaySaid } from '#lib/events/index.ts';
import { addressOf } from '#lib/network/index.ts';
import { now, wallTimeOf } from '#lib/platform/clock.ts';
import { inLanguage, type Say } from '#lib/platform/i18n/say.ts';
import type { NamedShift } from '../../shifts/told.ts';

/** When, what and where a shift is, as every page shows it. */
export type Head = ReturnType<typeof headShown>;

export function headShown(one: NamedShift, lang: string) {
	const { id, work, day, zone, mode, place } = one;
	return {
		...{ id, work, day, from: wallTimeOf(one.startsAt, zone), to: wallTimeOf(one.endsAt, zone) },
		name: inLanguage(one.names, lang),
		place: place ? placeSaid(place, lang) : '',
		...{ isOnline: one.deskId !== null || mode === 'online', isOff: one.state === 'cancelled' },
		isOn: one.startsAt <= now() && now() < one.endsAt,
	};
}

/** With the street: on a phone somebody stands there and looks for the door. */
const placeSaid = (place: NonNullable<NamedShift['place']>, lang: string): string =>
	`${inLanguage(place.names, lang)}, ${addressOf(place) || inLanguage(place.municipality, lang)}`;

/** «вторник, 7 апреля, 10:00–13:00», in another year than `today` with its year. */
export const whenSaid = ({ day, from, to }: Pick<Head, 'day' | 'from' | 'to'>, say: Say, today = day): string =>
	say('rule.whole', {
		rule: fullDaySaid(day, say, today),
		time: say('rule.time', { from: clockSaid(from, say), to: clockSaid(to, say) }),
	});

/** With the words of `shifts`. */
export const whereSaid = ({ isOnline, place }: Pick<Head, 'isOnline' | 'place'>, say: Say): string =>
	isOnline ? say('shifts.remote') : place || say('shifts.placeLater');
