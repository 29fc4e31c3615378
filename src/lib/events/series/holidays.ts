import { addDays, weekdayOf } from '#lib/platform/clock.ts';

/**
 * The days on which offices and libraries in Finland are closed: the public holidays of the law, and the two eves (of
 * midsummer and of Christmas) on which nobody works either.
 */
export function holidaysOf(year: number): ReadonlyMap<string, Holiday> {
	const known = byYear.get(year);
	if (known) return known;
	const easter = easterOf(year);
	const day = (monthAndDay: string): string => `${year}-${monthAndDay}`;
	const holidays = new Map<string, Holiday>([
		[day('01-01'), 'new-year'],
		[day('01-06'), 'epiphany'],
		[addDays(easter, -2), 'good-friday'],
		[easter, 'easter'],
		[addDays(easter, 1), 'easter-monday'],
		[day('05-01'), 'may-day'],
		[addDays(easter, 39), 'ascension'],
		[addDays(easter, 49), 'pentecost'],
		[onOrAfter(day('06-19'), 5), 'midsummer-eve'],
		[onOrAfter(day('06-20'), 6), 'midsummer'],
		[onOrAfter(day('10-31'), 6), 'all-saints'],
		[day('12-06'), 'independence'],
		[day('12-24'), 'christmas-eve'],
		[day('12-25'), 'christmas'],
		[day('12-26'), 'boxing-day'],
	]);
	byYear.set(year, holidays);
	return holidays;
}

export const HOLIDAYS = [
	...(['new-year', 'epiphany', 'good-friday', 'easter', 'easter-monday', 'may-day', 'ascension'] as const),
	...(['pentecost', 'midsummer-eve', 'midsummer', 'all-saints', 'independence'] as const),
	...(['christmas-eve', 'christmas', 'boxing-day'] as const),
] as const;
export type Holiday = (typeof HOLIDAYS)[number];

/** Which holiday a day is; null for any other day. */
export function holidayOn(day: string): Holiday | null {
	return holidaysOf(Number(day.slice(0, 4))).get(day) ?? null;
}

const byYear = new Map<number, ReadonlyMap<string, Holiday>>();

function onOrAfter(day: string, weekday: number): string {
	return addDays(day, (weekday - weekdayOf(day) + 7) % 7);
}

/** Easter Sunday in the Gregorian calendar (Meeus, Jones, Butcher). */
function easterOf(year: number): string {
	const golden = year % 19;
	const century = Math.floor(year / 100);
	const ofCentury = year % 100;
	const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
	const epact = (19 * golden + century - Math.floor(century / 4) - moon + 15) % 30;
	const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
	const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
	const days = epact + weekday - 7 * late + 114;
	const month = String(Math.floor(days / 31)).padStart(2, '0');
	return `${year}-${month}-${String((days % 31) + 1).padStart(2, '0')}`;
}
