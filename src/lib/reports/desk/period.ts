import { lastDayOf, quarterOf } from '../figures.ts';

/** A month, a quarter or a year, as an address names it: `2026-11`, `2026-Q4`, `2026`. */
export type Period = { readonly code: string; readonly from: string; readonly to: string };

export function periodOf(code: string): Period | null {
	if (/^20\d\d$/.test(code)) return { code, from: `${code}-01-01`, to: `${code}-12-31` };
	if (/^20\d\d-Q[1-4]$/.test(code)) return { code, from: firstDayOf(code), to: lastDayOf(code) };
	if (/^20\d\d-(0[1-9]|1[0-2])$/.test(code)) return { code, from: `${code}-01`, to: lastDayOfMonth(code) };
	return null;
}

/** What may be chosen on a day: its year, its quarter and the one before, its month and the eleven before. */
export function periodsFor(day: string): Period[] {
	const months = [day.slice(0, 7)];
	while (months.length < MONTHS) months.push(monthBefore(months.at(-1) ?? ''));
	const quarters = [...new Set(months.map(quarterOf))].slice(0, QUARTERS);
	const codes = [...months, ...quarters, ...new Set(months.map((month) => month.slice(0, 4)))];
	return codes.flatMap((code) => periodOf(code) ?? []);
}

export function firstDayOf(quarter: string): string {
	return `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}-01`;
}

const MONTHS = 12;
const QUARTERS = 4;

function lastDayOfMonth(month: string): string {
	const [year = 0, number = 0] = month.split('-').map(Number);
	return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
}

function monthBefore(month: string): string {
	const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 2;
	return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}
