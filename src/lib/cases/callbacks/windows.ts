import { addDays, dayOf, instantAt } from '#lib/platform/clock.ts';
import { type Hours, type Spell, spellsOn } from '#lib/network/index.ts';
import type { CallTime } from './callback.ts';

/** A time in which the desk can call: a spell of its hours on a day, long ones in halves. */
export type CallWindow = Spell & { readonly id: string; readonly day: string; readonly inDays: number };

export const ANY_TIME = 'any';
const DAYS_AHEAD = 8;
const MOST = 8;
const NOON = '12:00';
const LONG_MINUTES = 240;
/** Nobody begins to call in the last minutes. */
const LEAST_LEFT_MS = 20 * 60_000;

/** The next windows; empty when nobody is at this desk in these days. */
export function windowsOf(hours: Hours, moment: Date): CallWindow[] {
	const today = dayOf(moment, hours.zone);
	const days = Array.from({ length: DAYS_AHEAD }, (_, inDays) => ({ day: addDays(today, inDays), inDays }));
	return days
		.flatMap(({ day, inDays }) =>
			spellsOn(hours, day)
				.flatMap(inHalves)
				.map((spell) => ({ ...spell, id: `${day}T${spell.opens}`, day, inDays })),
		)
		.filter((window) => endOf(window, hours).getTime() - moment.getTime() >= LEAST_LEFT_MS)
		.slice(0, MOST);
}

/** When to call, by what she chose; null when that window is not, or no longer, there. */
export function timeChosen(chosen: string, hours: Hours, moment: Date): CallTime | null {
	const windows = windowsOf(hours, moment);
	const last = windows.at(-1);
	if (chosen === ANY_TIME) return last ? { anyTime: true, from: moment, to: endOf(last, hours) } : null;
	const found = windows.find(({ id }) => id === chosen);
	if (!found) return null;
	return { anyTime: false, from: instantAt(found.day, found.opens, hours.zone), to: endOf(found, hours) };
}

const endOf = ({ day, closes }: Omit<CallWindow, 'id'>, { zone }: Hours): Date =>
	closes === '24:00' ? instantAt(addDays(day, 1), '00:00', zone) : instantAt(day, closes, zone);

function inHalves({ opens, closes }: Spell): Spell[] {
	const isLong = minutesOf(closes) - minutesOf(opens) > LONG_MINUTES;
	if (!isLong || opens >= NOON || closes <= NOON) return [{ opens, closes }];
	return [
		{ opens, closes: NOON },
		{ opens: NOON, closes },
	];
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
