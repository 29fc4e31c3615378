import { instant, now } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { JobHandler } from '#lib/platform/jobs.server.ts';
import { logInfo } from '#lib/platform/log.server.ts';
import { newId } from '#lib/platform/randomness.server.ts';
import { DAYS_RUNS_KEPT, type RetentionJob } from './kept.ts';
import { runs } from './store.server.ts';

/** What one run took away: rows, and the days whose keys it destroyed. */
export type Deleted = { readonly rows: number; readonly keyDays: readonly string[] };

/** A round that deletes, put on record when it has ended. One that failed leaves nothing, and is missed in time. */
export const recorded =
	(job: RetentionJob, work: () => Promise<Deleted>): JobHandler =>
	async () => {
		const beganAt = now();
		const { rows, keyDays } = await work();
		await runs(ground().db).add(newId(), { job, beganAt, finishedAt: now(), rows, keyDays });
		if (rows > 0 || keyDays.length > 0) logInfo('deleted', { job, rows, days: keyDays.length });
	};

/** For the hourly round; gives how many went. */
export async function deleteOldRuns(): Promise<number> {
	return runs(ground().db).removeBefore(new Date(instant() - DAYS_RUNS_KEPT * 86_400_000));
}
