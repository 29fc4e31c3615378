import { dayOf, wallTimeOf } from '#lib/platform/clock.ts';
import { inLanguage, type Texts } from '#lib/platform/i18n/say.ts';
import type { Shift } from '../shifts/shift.ts';
import { endingIn } from './ending.ts';
import type { About, Notice } from './notice.ts';
import { isSettled, type Standing } from './truth.ts';

/** What a shift is at: a desk or an event, and where. No name of anybody. */
export type What = { readonly names: Texts; readonly place: Texts | null };
export type Read = { readonly standing: Standing; readonly what: What | null };

/** What is said, in her language but without a sentence yet. */
export type Facts = {
	readonly about: About;
	readonly name: string;
	/** Empty when there is none. */
	readonly place: string;
	readonly when: When | null;
	/** How many days it is away; from the second on it is named by its day alone. */
	readonly inDays: number;
	readonly until: When | null;
	readonly ends: { readonly what: string; readonly day: string } | null;
	readonly hours: 'confirmed' | 'rejected' | null;
	/** Of an exchange: when the shift is that she would give. */
	readonly inReturn: When | null;
};
export type When = { readonly day: string; readonly starts: string; readonly minutes: number };

export function factsOf(
	{ about, key }: Pick<Notice, 'about' | 'key'>,
	{ standing, what }: Read,
	{ lang, at }: { lang: string; at: Date },
): Facts {
	const { shift, hers, hours, exchange } = standing;
	const until = about === 'offered' ? (hers?.offeredUntil ?? null) : null;
	return {
		...{ about, name: inLanguage(what?.names, lang), place: inLanguage(what?.place ?? {}, lang) },
		...{ when: shift && whenOf(shift), inDays: shift ? daysBetween(at, shift.startsAt) : 0 },
		until: until && whenOf({ startsAt: until, endsAt: until }),
		...{ ends: endingIn(key), hours: isSettled(hours) ? hours : null },
		inReturn: exchange && whenOf(exchange),
	};
}

const whenOf = ({ startsAt, endsAt }: Pick<Shift, 'startsAt' | 'endsAt'>): When => ({
	...{ day: dayOf(startsAt), starts: wallTimeOf(startsAt) },
	minutes: Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000),
});

const DAY_MS = 86_400_000;
const daysBetween = (from: Date, to: Date): number =>
	Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / DAY_MS);
