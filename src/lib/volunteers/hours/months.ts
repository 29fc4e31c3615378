import { addDays } from '#lib/platform/clock.ts';

/** A day that there is: no 31st of February. */
export const isDay = (given: string): boolean => /^20\d\d-\d\d-\d\d$/.test(given) && isReal(given);

function isReal(given: string): boolean {
	const moment = Date.parse(`${given}T12:00:00Z`);
	return !Number.isNaN(moment) && addDays(given, 0) === given;
}

/** From a day to a day, both of them in it. */
export type Span = { readonly from: string; readonly to: string };

export const yearSpan = (year: string): Span => ({ from: `${year}-01-01`, to: `${year}-12-31` });

export function monthSpan(month: string): Span {
	const next = Number(month.slice(5)) === 12 ? `${Number(month.slice(0, 4)) + 1}-01` : after(month);
	return { from: `${month}-01`, to: addDays(`${next}-01`, -1) };
}

/** The twelve of a year. */
export const monthsOf = (year: string): string[] =>
	Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);

const after = (month: string): string => `${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, '0')}`;

/** Of an address: a year that is one, else this one. */
export const yearIn = (asked: string | null, now: string): string =>
	asked !== null && /^20\d\d$/.test(asked) ? asked : now.slice(0, 4);
