import { addDays, today } from '#lib/platform/clock.ts';
import { DatabaseDown } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { logError } from '#lib/platform/log.server.ts';
import type { Activity, Occurrence, Series } from './event.ts';
import { calendarRevision, occurrences } from './occurrences/store.server.ts';
import { horizon } from './series/materialise.server.ts';
import { activities, series } from './series/store.server.ts';

/** All that the public can see of the calendar, as it was read last. */
export type Calendar = {
	/** Changes with anything in it. */
	readonly revision: string;
	readonly activities: ReadonlyMap<string, Activity>;
	/** Public ones, and ended ones of which dates are still shown. */
	readonly series: ReadonlyMap<string, Series>;
	/** In order of time, from `DAYS_BEHIND` days ago. */
	readonly occurrences: readonly Occurrence[];
};

/** Dates that are over are shown for so long, with what was held and what was cancelled. */
const DAYS_BEHIND = 90;
const NOTHING: Calendar = { revision: '0', activities: new Map(), series: new Map(), occurrences: [] };
let current = NOTHING;

/** Answers from memory, so that it is there while the database is away. */
export const calendar = (): Calendar => current;

/** Reads it anew if anything has changed, or another day has begun. */
export async function readCalendar(): Promise<void> {
	try {
		const { db } = ground();
		const revision = `${await calendarRevision(db)}.${today()}`;
		if (revision === current.revision) return;
		const [kinds, all, dates] = await Promise.all([
			activities(db).all(),
			series(db).public(),
			occurrences(db).public(addDays(today(), -DAYS_BEHIND), horizon()),
		]);
		current = { revision, activities: byId(kinds), series: byId(all), occurrences: dates };
	} catch (error) {
		if (!(error instanceof DatabaseDown)) logError('calendar', error);
	}
}

const byId = <One extends { readonly id: string }>(all: readonly One[]): Map<string, One> =>
	new Map(all.map((one) => [one.id, one]));
