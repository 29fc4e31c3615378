import { organisationsWhere } from '#lib/identity/index.ts';
import { now, today } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { type Herself, herself } from '../people/ensure.server.ts';
import { bandOf, type MonthBand } from './band.ts';
import { monthSpan, monthsOf, yearSpan } from './months.ts';
import { hourEntries, type NamedEntry, shiftsOver } from './store.server.ts';

/** A month of hers, in quarters: what a colleague has confirmed, and what waits for it. */
export type MonthHours = { readonly month: string; readonly confirmed: number; readonly reported: number };

/** What she wrote down or did in a year, the latest first, and each of its months. */
export type HerHours = {
	readonly year: string;
	readonly entries: readonly NamedEntry[];
	readonly months: readonly MonthHours[];
};

export async function hoursOf(db: Queryable, actor: Herself, year = today().slice(0, 4)): Promise<HerHours> {
	const entries = await hourEntries(db).hers(actor.id, yearSpan(year));
	const sums = await hourEntries(db).sumsByMonth(actor.id, yearSpan(year));
	const sumOf = (month: string, state: string): number =>
		sums.find((one) => one.month === month && one.state === state)?.quarters ?? 0;
	const months = monthsOf(year).map((month) => ({
		...{ month, confirmed: sumOf(month, 'confirmed'), reported: sumOf(month, 'reported') },
	}));
	return { year, entries, months };
}

/** How a month stands beside what she wished for; null for whoever takes no shifts, or has left. */
export async function bandOfMonth(
	db: Queryable,
	actor: Herself,
	month = today().slice(0, 7),
): Promise<MonthBand | null> {
	const who = await herself(db, actor);
	if (!who || who.state === 'left') return null;
	const { leastMinutes, mostMinutes } = who;
	const sums = await hourEntries(db).sumsByMonth(actor.id, monthSpan(month));
	const done = sums.reduce((sum, { quarters }) => sum + quarters * 15, 0);
	const toCome = await shiftsOver(db).minutesToCome(actor.id, now(), monthSpan(month));
	const { state } = bandOf(who, done + toCome);
	return { month, leastMinutes, mostMinutes, done, toCome, state };
}

/** Organisations for which she may write hours down. */
export const hourOrganisations = (actor: Herself): string[] => organisationsWhere(actor, 'useShifts');
