import type { ShiftsFor } from '#lib/volunteers/index.server.ts';
import { dayOf, wallTimeOf } from '#lib/platform/clock.ts';
import { addressOf } from '#lib/network/index.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';

type Told = ShiftsFor['hers'][number];

/** More stand where she signs in. */
const MOST_OPEN = 8;

/**
 * What a personal link shows: hers, and what she may do something about now. No name of a colleague, and nothing that she
 * may not take: whoever found the link learns as little as can be.
 */
export function ownView(shifts: ShiftsFor | null, lang: string) {
	const { hers = [], pending = [], wanted = [], open = [] } = shifts ?? {};
	const isFree = ({ obstacles }: Told): boolean => obstacles.length === 0;
	return {
		hers: hers.map((one) => ownShift(one, lang)),
		offered: pending.filter(({ mine }) => mine?.state === 'offered').map((one) => ownShift(one, lang)),
		asked: pending.filter(({ mine }) => mine?.state === 'asked').map((one) => ownShift(one, lang)),
		wanted: wanted.filter(isFree).map((one) => ownShift(one, lang)),
		open: open
			.filter(isFree)
			.slice(0, MOST_OPEN)
			.map((one) => ownShift(one, lang)),
	};
}

export function ownShift(one: Told, lang: string) {
	const { id, startsAt, endsAt, zone, names, place, mine, swap, signUp, work, lacksExperience } = one;
	return {
		...{ id, work, day: dayOf(startsAt, zone), starts: wallTimeOf(startsAt, zone) },
		minutes: Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000),
		...{ name: inLanguage(names, lang), place: place ? placeSaid(place, lang) : '' },
		lacksExperience,
		...{ assignment: mine?.id ?? '', mayGiveUp: mine?.mayGiveUp ?? false },
		...{ swap: swap?.id ?? '', isPassedOn: swap?.isMine ?? false, isAsked: signUp === 'approval' },
	};
}

/** With the street: by a link somebody stands in the street and looks for the door. */
const placeSaid = (place: NonNullable<Told['place']>, lang: string): string =>
	`${inLanguage(place.names, lang)}, ${addressOf(place) || inLanguage(place.municipality, lang)}`;

export type OwnShift = ReturnType<typeof ownShift>;
