import type { ServicePoint } from '#lib/network/index.ts';
import { addDays, dayOf, wallTimeOf } from '#lib/platform/clock.ts';
import { inLanguage } from '#lib/platform/i18n/say.ts';
import type { Cause, Mode, Occurrence, Series } from '../event.ts';
import type { Registration } from '../registration/registration.ts';
import type { About, Notice } from './notice.ts';
import { lastTold, type Standing } from './truth.ts';

/** One date with its series. */
export type Dated = { readonly of: Occurrence; readonly its: Series };
/** All that a word to somebody is made of, as it is at this moment. */
export type Read = Dated & {
	readonly registration: Registration;
	readonly standing: Standing;
	readonly places: readonly ServicePoint[];
	/** The date that is held in place of hers. */
	readonly instead: Dated | null;
};

export type When = { readonly day: string; readonly starts: string };

/** What is said of it, in her language but without a sentence yet. */
export type Facts = {
	readonly about: About;
	readonly name: string;
	readonly when: When;
	readonly was: When | null;
	/** How many days it is away. */
	readonly inDays: number;
	readonly mode: Mode;
	/** Empty when there is none. */
	readonly place: string;
	readonly ticket: number;
	readonly seats: number;
	readonly hasSeat: boolean;
	readonly inLine: boolean;
	readonly until: When | null;
	readonly cause: Cause | null;
	/** Why, in somebody's own words; may be empty. */
	readonly reason: string;
	readonly instead: (When & { readonly name: string }) | null;
	/** What does not take place while she was moved to another date. */
	readonly insteadOf: boolean;
};

type At = { readonly lang: string; readonly at: Date };

export function factsOf({ about, was }: Pick<Notice, 'about' | 'was'>, read: Read, { lang, at }: At): Facts {
	const { of, its, registration, standing, instead } = read;
	const { now } = standing;
	const known = lastTold(standing);
	return {
		...{ about, name: nameOf(read, lang), when: { day: now.day, starts: now.starts } },
		was: wasOf(known?.occurrenceId === of.id ? known : was),
		inDays: daysBetween(dayOf(at, its.zone), now.day),
		...{ mode: of.mode, place: placeOf(read, lang), ticket: registration.ticket, seats: registration.seats },
		...{ hasSeat: registration.state === 'confirmed', inLine: registration.state === 'waiting' },
		until: registration.offeredUntil && whenOf(registration.offeredUntil, its.zone),
		...{ cause: of.cause, reason: inLanguage(of.reason ?? {}, lang) },
		instead: instead && { name: nameOf(instead, lang), day: instead.of.day, starts: instead.of.starts },
		insteadOf: about === 'replaced' && of.state === 'planned',
	};
}

const nameOf = ({ of, its }: Dated, lang: string): string => inLanguage(of.names ?? its.names, lang);

const wasOf = (was: (When & object) | null): When | null => was && { day: was.day, starts: was.starts };

const whenOf = (moment: Date, zone: string): When => ({
	day: dayOf(moment, zone),
	starts: wallTimeOf(moment, zone),
});

function placeOf({ of, places }: Read, lang: string): string {
	const place = of.mode === 'online' ? undefined : places.find(({ id }) => id === of.placeId);
	if (!place) return '';
	const municipality = place.nationwide ? '' : inLanguage(place.municipality, lang);
	return [inLanguage(place.names, lang), municipality].filter(Boolean).join(', ');
}

function daysBetween(from: string, to: string): number {
	for (let days = 0; days < 2; days += 1) if (addDays(from, days) === to) return days;
	return 2;
}
