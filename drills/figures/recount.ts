import { type Contact, type Happened, isCounted, type Waited } from './happened.ts';

/** By hand, from what happened: written without a look at how the site does it. */
export type Sums = ReadonlyMap<string, number>;

export function waitSums({ waits }: Happened): Sums {
	return summed(waits.map((wait) => [[slotOf(wait.began), wait.channel, endOf(wait)].join(' '), 1]));
}

export function contactSums({ contacts }: Happened, keyOf: (contact: Contact) => string | null): Sums {
	const counted = contacts.filter(isCounted);
	return summed(
		counted.flatMap((contact) =>
			[[keyOf(contact), 1] as const].flatMap(([key, n]) => (key === null ? [] : [[key, n] as const])),
		),
	);
}

export const minutesIn = ({ contacts }: Happened): number =>
	contacts.filter(isCounted).reduce((sum, { minutes }) => sum + minutes, 0);

/** The month's first day, the weekday (Monday is 1) and the hour, on a clock in Helsinki. */
export function slotOf(instant: number): string {
	const parts = Object.fromEntries(HELSINKI.formatToParts(instant).map(({ type, value }) => [type, value]));
	const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts.weekday ?? '') + 1;
	return `${parts.year}-${parts.month}-01 ${weekday} ${Number(parts.hour)}`;
}

/** `YYYY-MM-DD` in Helsinki. */
export function dayOf(instant: number): string {
	const parts = Object.fromEntries(HELSINKI.formatToParts(instant).map(({ type, value }) => [type, value]));
	return `${parts.year}-${parts.month}-${parts.day}`;
}

export function difference(told: Sums, right: Sums): string[] {
	const keys = new Set([...told.keys(), ...right.keys()]);
	const wrong = [...keys].filter((key) => (told.get(key) ?? 0) !== (right.get(key) ?? 0));
	return wrong.map((key) => `${key}: ${told.get(key) ?? 0} instead of ${right.get(key) ?? 0}`);
}

export function summed(pairs: readonly (readonly [string, number])[]): Sums {
	const sums = new Map<string, number>();
	for (const [key, count] of pairs) sums.set(key, (sums.get(key) ?? 0) + count);
	return sums;
}

const HELSINKI = new Intl.DateTimeFormat('en-GB', {
	...{ timeZone: 'Europe/Helsinki', weekday: 'short', hour: '2-digit', hourCycle: 'h23' },
	...{ year: 'numeric', month: '2-digit', day: '2-digit' },
});
const MINUTE = 60_000;

function endOf({ became }: Waited): string {
	if (typeof became === 'string') return became;
	if (became <= MINUTE) return 'within-1';
	if (became <= 5 * MINUTE) return 'within-5';
	if (became <= 15 * MINUTE) return 'within-15';
	if (became <= 60 * MINUTE) return 'within-60';
	return became <= 1_440 * MINUTE ? 'within-1440' : 'later';
}
