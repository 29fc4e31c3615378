import { readOrganisations } from '#lib/network/index.server.ts';
import { addDays, instant, today } from '#lib/platform/clock.ts';
import { DatabaseDown } from '#lib/platform/db/database.server.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { logError } from '#lib/platform/log.server.ts';
import { readShelf } from './materials/shelf.server.ts';
import { calendarRevision, occurrences } from './occurrences/store.server.ts';
import type { Calendar } from './public/calendar.ts';
import { turnAt, turnsOf } from './public/moments.ts';
import { horizon } from './series/materialise.server.ts';
import { activities, series } from './series/store.server.ts';

export type { Calendar } from './public/calendar.ts';

/** Dates that are over are shown for so long, with what was held and what was cancelled. */
const DAYS_BEHIND = 90;
const NOTHING: Calendar = {
	...{ revision: '0', activities: new Map(), series: new Map(), occurrences: [], organisations: new Map() },
};
/** As it was read; and as it stands at this moment of its days. */
let read = NOTHING;
let current = NOTHING;
let stands = { since: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

/**
 * Answers from memory, so that it is there while the database is away. A page that was kept is made anew when a date of
 * it comes near, begins or ends.
 */
export function calendar(): Calendar {
	const at = instant();
	if (at < stands.since || at >= stands.until) show(read);
	return current;
}

/** Reads it anew if anything has changed, or another day has begun. */
export async function readCalendar(): Promise<void> {
	try {
		const { db } = ground();
		const revision = `${await calendarRevision(db)}.${today()}`;
		if (revision === read.revision) return;
		const [kinds, all, dates, carriers] = await Promise.all([
			activities(db).all(),
			series(db).public(),
			occurrences(db).public(addDays(today(), -DAYS_BEHIND), horizon()),
			readOrganisations(db),
			readShelf(db),
		]);
		show({
			...{ revision, activities: byId(kinds), series: byId(all), occurrences: dates, organisations: byId(carriers) },
		});
	} catch (error) {
		if (!(error instanceof DatabaseDown)) logError('calendar', error);
	}
}

function show(found: Calendar): void {
	const { past, ...between } = turnAt(found.occurrences.flatMap(turnsOf), instant());
	read = found;
	stands = between;
	current = { ...found, revision: `${found.revision}.${past}` };
}

const byId = <One extends { readonly id: string }>(all: readonly One[]): Map<string, One> =>
	new Map(all.map((one) => [one.id, one]));
