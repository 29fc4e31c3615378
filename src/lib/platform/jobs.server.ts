import { instant, now } from './clock.ts';
import { Away } from './away.ts';
import { DatabaseDown, type Queryable } from './db/database.server.ts';
import { ground } from './ground.server.ts';
import { logError } from './log.server.ts';
import { momentOfId, newId } from './randomness.server.ts';

/**
 * Work that must happen after a change: put into the same transaction as the change, done at least once, so a handler
 * must bear being run twice. `key` makes a job of its kind unique while it waits, and says all that `payload` does.
 */
export type NewJob = { kind: string; key: string; payload?: Record<string, string | number>; runAt?: Date };
export type JobHandler = (payload: Record<string, string | number>) => Promise<void>;

const LOCKED_FOR_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** What waits only for something to come back (an erased key for the keystore) is tried again soon. */
const AWAY_PAUSE_MS = 5_000;
const KEPT_DONE_MS = 7 * 86_400_000;
let poke: (() => void) | undefined;

/**
 * P08: nothing is dropped. One that is being done may have looked before this change, so it is done once more; one that
 * waits is held by the lock of its row until this transaction has ended, so that it cannot look too early.
 */
export async function enqueue(tx: Queryable, job: NewJob): Promise<void> {
	await tx.query(
		`insert into jobs (id, kind, key, payload, run_at) values ($1, $2, $3, $4, $5)
		on conflict (kind, key) where finished_at is null
		do update set again_at = excluded.run_at where jobs.locked_until is not null`,
		[newId(), job.kind, job.key, job.payload ?? {}, job.runAt ?? now()],
	);
}

/** Deletes what was done long ago; for the hourly sweep. */
export async function deleteOldJobs(db: Queryable): Promise<number> {
	const old = new Date(instant() - KEPT_DONE_MS);
	return (await db.query('delete from jobs where finished_at < $1 returning id', [old])).length;
}

/** How many of a kind wait, the oldest of them, and when one was done last. */
export async function jobsOfKind(
	db: Queryable,
	kind: string,
): Promise<{ waiting: number; oldest: Date | null; doneAt: Date | null }> {
	const rows = await db.query<{ waiting: number; oldest: string | null; doneAt: Date | null }>(
		`select count(*) filter (where finished_at is null)::int as waiting, max(finished_at) as "doneAt",
			min(id::text) filter (where finished_at is null) as oldest
		from jobs where kind = $1`,
		[kind],
	);
	const { waiting = 0, oldest = null, doneAt = null } = rows[0] ?? {};
	return { waiting, oldest: oldest === null ? null : momentOfId(oldest), doneAt };
}

export function pokeWorker(): void {
	poke?.();
}

/** Looks for due jobs every `everyMs` and whenever poked; gives the way to stop it. */
export function startWorker(handlers: Readonly<Record<string, JobHandler>>, everyMs = 2_000): () => Promise<void> {
	let stopped = false;
	let turn: Promise<void> = Promise.resolve();
	const look = (): void => {
		turn = turn.then(() => (stopped ? undefined : workThrough(handlers)));
	};
	const timer = setInterval(look, everyMs);
	poke = look;
	return async () => {
		stopped = true;
		clearInterval(timer);
		poke = undefined;
		await turn;
	};
}

/** Does every due job of the given kinds; for the worker and for tests. */
export async function workThrough(handlers: Readonly<Record<string, JobHandler>>): Promise<void> {
	try {
		for (let job = await takeJob(Object.keys(handlers)); job; job = await takeJob(Object.keys(handlers))) {
			await perform(job, handlers);
		}
	} catch (error) {
		if (!(error instanceof DatabaseDown)) logError('jobs', error);
	}
}

type Job = { id: string; kind: string; payload: Record<string, string | number>; attempts: number };

async function takeJob(kinds: string[]): Promise<Job | undefined> {
	const rows = await ground().db.query<Job>(
		`update jobs set locked_until = $2, attempts = attempts + 1 where id = (
			select id from jobs
			where finished_at is null and run_at <= $1 and kind = any($3) and (locked_until is null or locked_until < $1)
			order by run_at limit 1 for update skip locked)
		returning id, kind, payload, attempts`,
		[now(), new Date(instant() + LOCKED_FOR_MS), kinds],
	);
	return rows[0];
}

async function perform(job: Job, handlers: Readonly<Record<string, JobHandler>>): Promise<void> {
	try {
		await handlers[job.kind]?.(job.payload);
		await finish(job);
	} catch (error) {
		if (!(error instanceof Away)) logError('job', error, { kind: job.kind, attempts: job.attempts });
		const longest = error instanceof Away ? AWAY_PAUSE_MS : LONGEST_PAUSE_MS;
		const pause = Math.min(longest, 1_000 * 2 ** job.attempts);
		await ground().db.query('update jobs set run_at = $2, locked_until = null, again_at = null where id = $1', [
			job.id,
			new Date(instant() + pause),
		]);
	}
}

async function finish({ id }: Job): Promise<void> {
	await ground().db.query(
		`update jobs set locked_until = null, again_at = null, run_at = coalesce(again_at, run_at),
			attempts = case when again_at is null then attempts else 0 end,
			finished_at = case when again_at is null then $2::timestamptz end
		where id = $1`,
		[id, now()],
	);
}
