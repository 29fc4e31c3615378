/**
 * The same dates found another way: days as numbers, weekdays by counting, and the wall clock by walking minute after
 * minute through a day with the rule of the law (EU 2000/84: one o'clock UTC on the last Sunday of March and October).
 * Nothing here asks a library of times, and nothing is shared with the code that is looked at.
 */
export type Asked = {
	readonly rule:
		| { readonly kind: 'weekly'; readonly weekdays: readonly number[]; readonly every: number }
		| { readonly kind: 'monthly'; readonly nths: readonly (number | 'last')[]; readonly weekday: number };
	readonly from: string;
	readonly until: string;
	readonly starts: string;
	readonly minutes: number;
};

/** Each date as `day begin end`, moments in minutes since 1970. */
export function datesByWalking(asked: Asked): string[] {
	const found: string[] = [];
	for (let day = numberOf(asked.from); day <= numberOf(asked.until); day++) {
		if (!isOn(asked, day)) continue;
		const begin = minuteOf(day, asked.starts);
		found.push(`${dayOf(day)} ${begin} ${begin + asked.minutes}`);
	}
	return found;
}

const MINUTES = 1440;

/** Days since 1 January 1970, which was a Thursday. */
function numberOf(day: string): number {
	const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
	let days = date - 1;
	for (let one = 1970; one < year; one++) days += isLeap(one) ? 366 : 365;
	for (let one = 1; one < month; one++) days += lengthOf(year, one);
	return days;
}

function dayOf(number: number): string {
	let [year, month, left] = [1970, 1, number];
	for (; left >= (isLeap(year) ? 366 : 365); year++) left -= isLeap(year) ? 366 : 365;
	for (; left >= lengthOf(year, month); month++) left -= lengthOf(year, month);
	return [String(year), two(month), two(left + 1)].join('-');
}

const two = (number: number): string => String(number).padStart(2, '0');
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lengthOf = (year: number, month: number): number =>
	month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** 1 = Monday. */
const weekday = (number: number): number => ((number + 3) % 7) + 1;

function isOn({ rule, from }: Asked, number: number): boolean {
	if (rule.kind === 'weekly') {
		const week = (day: number): number => Math.floor((day + 3) / 7);
		return rule.weekdays.includes(weekday(number)) && (week(number) - week(numberOf(from))) % rule.every === 0;
	}
	return weekday(number) === rule.weekday && rule.nths.some((nth) => isNth(number, nth));
}

/** How many such weekdays the month had before, or has after. */
function isNth(number: number, nth: number | 'last'): boolean {
	const monthOf = (day: number): string => dayOf(day).slice(0, 7);
	if (nth === 'last') return monthOf(number + 7) !== monthOf(number);
	let earlier = 0;
	for (let day = number - 7; monthOf(day) === monthOf(number); day -= 7) earlier++;
	return earlier === nth - 1;
}

/** The first minute in which the clock on a wall in Helsinki shows it. */
function minuteOf(day: number, starts: string): number {
	const wanted = day * MINUTES + Number(starts.slice(0, 2)) * 60 + Number(starts.slice(3));
	for (let minute = wanted - 240; minute < wanted; minute++) if (minute + offsetAt(minute) === wanted) return minute;
	// Never: it falls into the hour that the spring leaves out, and is read with the offset of the day before.
	return wanted - offsetAt(wanted - MINUTES);
}

function offsetAt(minute: number): number {
	const year = Number(dayOf(Math.floor(minute / MINUTES)).slice(0, 4));
	return minute >= changeIn(year, 3) && minute < changeIn(year, 10) ? 180 : 120;
}

const changes = new Map<string, number>();

function changeIn(year: number, month: number): number {
	const name = `${year} ${month}`;
	const known = changes.get(name);
	if (known !== undefined) return known;
	let day = numberOf(`${year}-${two(month)}-31`);
	while (weekday(day) !== 7) day--;
	changes.set(name, day * MINUTES + 60);
	return day * MINUTES + 60;
}
