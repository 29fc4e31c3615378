/** The only place that knows what time it is, so that tests and drills can turn it. */

const HOME_ZONE = 'Europe/Helsinki';
let read = (): number => Date.now();

export function now(): Date {
	return new Date(read());
}

export function instant(): number {
	return read();
}

/** Milliseconds that go on evenly, also when the clock is put right: for how long something has taken. */
export const elapsed = (): number => performance.now();

/** The calendar day `YYYY-MM-DD` in the network's zone; `plus` days later. */
export function today(plus = 0, zone = HOME_ZONE): string {
	return addDays(dayNow(zone), plus);
}

/** Every message asks for the day, and to format it costs as much as to seal one; no day begins within a minute. */
function dayNow(zone: string): string {
	const minute = Math.floor(instant() / 60_000);
	if (asked.minute !== minute || asked.zone !== zone) asked = { minute, zone, day: dayOf(now(), zone) };
	return asked.day;
}

let asked = { minute: Number.NaN, zone: '', day: '' };

export function dayOf(moment: Date, zone = HOME_ZONE): string {
	return dayFormat(zone).format(moment);
}

export function addDays(day: string, days: number): string {
	const moment = new Date(`${day}T12:00:00Z`);
	moment.setUTCDate(moment.getUTCDate() + days);
	return moment.toISOString().slice(0, 10);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: string): number {
	return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}

/** The wall time `HH:MM` in the zone. */
export function wallTimeOf(moment: Date, zone = HOME_ZONE): string {
	return timeFormat(zone).format(moment);
}

/**
 * The instant at which a wall clock in the zone shows `day` `time`. A time inside the spring gap is read
 * with the offset before it (RFC 5545), one that comes twice in autumn is the first.
 */
export function instantAt(day: string, time: string, zone = HOME_ZONE): Date {
	const asUtc = Date.parse(`${day}T${time.slice(0, 5)}:00Z`);
	const before = asUtc - offsetAt(new Date(asUtc - 86_400_000), zone);
	const candidate = new Date(before);
	if (offsetAt(candidate, zone) === asUtc - before) return candidate;
	const after = new Date(asUtc - offsetAt(candidate, zone));
	return wallTimeOf(after, zone) === time.slice(0, 5) ? after : candidate;
}

const dayFormat = onceByZone((timeZone) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }));
const timeFormat = onceByZone((timeZone) => new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' }));

/** To make a format costs some hundred times as much as to use it. */
function onceByZone(make: (zone: string) => Intl.DateTimeFormat): (zone: string) => Intl.DateTimeFormat {
	const made = new Map<string, Intl.DateTimeFormat>();
	return (zone) => {
		const format = made.get(zone) ?? make(zone);
		made.set(zone, format);
		return format;
	};
}

function offsetAt(moment: Date, zone: string): number {
	const shown = Date.parse(`${dayOf(moment, zone)}T${wallTimeOf(moment, zone)}:00Z`);
	return shown - Math.floor(moment.getTime() / 60_000) * 60_000;
}

/** For tests and drills only: put another clock in place; returns the way back. */
export function turnClock(reading: () => number): () => void {
	const before = read;
	read = reading;
	return () => {
		read = before;
	};
}
