import { addDays, dayOf, instant, now } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import { jobsOfKind } from '#lib/platform/jobs.server.ts';
import { KEPT, type Past } from './kept.ts';
import { type Findings, GRACE_MS, type Late, lateIn } from './lateness.ts';
import { countPast, daysOfWords, runs } from './store.server.ts';

/** What is kept longer than it may be, or is not looked after, now. */
export async function findLate(watchedSince: Date): Promise<Late[]> {
	return lateIn(await reconcile(), now(), watchedSince);
}

/** Counts what is there against what should be: in the tables, in the keystore, in the queue and in the record of runs. */
async function reconcile(): Promise<Findings> {
	const { db, keystore } = ground();
	// Words before keys: a key is made before the words that it seals.
	const written = await daysWithWords();
	const days = await keystore.days('chat');
	const newest = await runs(db).newest();
	const lastRun = (job: string): Date | null => newest.find((run) => run.job === job)?.finishedAt ?? null;
	return {
		rows: await rowsPast(),
		keyDays: days.filter((day) => day < settledDay()),
		darkDays: written.filter((day) => day >= settledDay() && !days.includes(day)),
		forgetSince: (await jobsOfKind(db, 'forget')).oldest,
		lastRun: { expire: lastRun('expire'), tidy: lastRun('tidy') },
	};
}

async function rowsPast(): Promise<Record<string, number>> {
	const counted: [string, number][] = [];
	for (const { id, past } of KEPT) if (past) counted.push([id, await countPast(ground().db, past, boundOf(past))]);
	return Object.fromEntries(counted.filter(([, count]) => count > 0));
}

/** Days whose end is so long ago that the hourly round has been there. */
const settledDay = (): string => dayOf(new Date(instant() - GRACE_MS));

function boundOf({ kind, plus }: Past): string | Date {
	if (kind === 'day') return addDays(settledDay(), -plus);
	return new Date(instant() - GRACE_MS - plus * 86_400_000);
}

async function daysWithWords(): Promise<string[]> {
	const past = KEPT.find(({ id }) => id === 'words')?.past;
	return past ? daysOfWords(ground().db, past) : [];
}

/** When each round ended last and what it took, which days of keys there are, and which went. */
export async function recordOfRuns() {
	const { db, keystore } = ground();
	return {
		at: now(),
		newest: await runs(db).newest(),
		keyDays: await keystore.days('chat'),
		goneDays: await runs(db).destroyedDays(new Date(instant() - GONE_SHOWN_MS)),
		forget: await jobsOfKind(db, 'forget'),
	};
}

const GONE_SHOWN_MS = 14 * 86_400_000;
