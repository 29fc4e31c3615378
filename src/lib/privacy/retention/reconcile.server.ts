import { addDays, dayOf, instant, now } from '#lib/platform/clock.ts';
import { ground } from '#lib/platform/ground.server.ts';
import type { Queryable } from '#lib/platform/db/database.server.ts';
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
	const { db } = ground();
	const days = await keyDaysByClass();
	const newest = await runs(db).newest();
	const lastRun = (job: string): Date | null => newest.find((run) => run.job === job)?.finishedAt ?? null;
	return {
		rows: await rowsPast(),
		keyDays: inOrder(days.flatMap(({ present }) => present.filter((day) => day < settledDay()))),
		darkDays: inOrder(
			days.flatMap(({ written, present }) => written.filter((day) => day >= settledDay() && !present.includes(day))),
		),
		forgetSince: await forgetSince(db),
		lastRun: { expire: lastRun('expire'), tidy: lastRun('tidy') },
	};
}

/** Of conversations, cases and registrations. */
const FORGETTING = ['forget', 'forget-case', 'forget-registration'] as const;

async function forgetSince(db: Queryable): Promise<Date | null> {
	const oldest: Date[] = [];
	for (const kind of FORGETTING) oldest.push(...[(await jobsOfKind(db, kind)).oldest].filter((one) => one !== null));
	return oldest.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
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

type Days = { readonly written: readonly string[]; readonly present: readonly string[] };

/** Of each class the days under which there are words, and those of which there are keys. */
async function keyDaysByClass(): Promise<Days[]> {
	const { db, keystore } = ground();
	const found: Days[] = [];
	for (const { keys } of KEPT) {
		if (!keys) continue;
		// Words before keys: a key is made before the words that it seals.
		const written = await daysOfWords(db, keys);
		found.push({ written, present: await keystore.days(keys.keyClass) });
	}
	return found;
}

const inOrder = (days: readonly string[]): string[] => [...new Set(days)].sort();

/** When each round ended last and what it took, which days of keys there are, and which went. */
export async function recordOfRuns() {
	const { db } = ground();
	return {
		at: now(),
		newest: await runs(db).newest(),
		keyDays: inOrder((await keyDaysByClass()).flatMap(({ present }) => present)),
		goneDays: await runs(db).destroyedDays(new Date(instant() - GONE_SHOWN_MS)),
		forget: await jobsOfKind(db, 'forget'),
	};
}

const GONE_SHOWN_MS = 14 * 86_400_000;
