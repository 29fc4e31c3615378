import { now } from '#lib/platform/clock.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
import { datesByLine, type LineDates } from './dates.ts';
import { reportedDates } from './store.server.ts';

/** For reports: the dates of a project by line of its plan, planned and actual, with what fell out and why. */
export async function datesOfProject(
	db: Queryable,
	project: { readonly id: string; readonly organisation: string },
): Promise<LineDates[]> {
	return datesByLine(await reportedDates(db, project, now()));
}
