import type { RetentionJob } from './kept.ts';

/** The rounds run every hour: what is past its time by more than this was left behind. */
export const GRACE_MS = 2 * 3_600_000;
const ROUND_EVERY_MS = 3_600_000;
const OVERDUE_MS = 24 * 3_600_000;

/** What is there, counted in the tables and in the keystore; nothing of it is a job's own word. */
export type Findings = {
	/** Rows past their time, by class; only those that there are. */
	readonly rows: Readonly<Record<string, number>>;
	/** Days that are over and whose keys are still there. */
	readonly keyDays: readonly string[];
	/** Days to come on which words expire, and whose keys are gone: nobody can read those words any more. */
	readonly darkDays: readonly string[];
	/** When the oldest key that is to be destroyed was given up; null when none waits. */
	readonly forgetSince: Date | null;
	/** When each round ended last; a round that never did counts from when somebody began to watch. */
	readonly lastRun: Readonly<Record<RetentionJob, Date | null>>;
};

export type Late =
	| { readonly what: 'run'; readonly of: RetentionJob }
	| { readonly what: 'rows'; readonly of: string; readonly count: number }
	| { readonly what: 'keys' | 'dark'; readonly of: string; readonly count: number }
	| { readonly what: 'forget'; readonly of: 'forget' };

/** What is to be alarmed about; empty when all is as docs/retention.md says. */
export function lateIn(found: Findings, at: Date, watchedSince: Date): Late[] {
	const runs = (Object.entries(found.lastRun) as [RetentionJob, Date | null][])
		.filter(([, last]) => at.getTime() - nextRun(last ?? watchedSince).getTime() > OVERDUE_MS)
		.map(([of]) => ({ what: 'run', of }) as const);
	const rows = Object.entries(found.rows).map(([of, count]) => ({ what: 'rows', of, count }) as const);
	return [
		...runs,
		...rows,
		...daysLate('keys', found.keyDays),
		...daysLate('dark', found.darkDays),
		...(isLong(found.forgetSince, at) ? [{ what: 'forget', of: 'forget' } as const] : []),
	];
}

export function nextRun(last: Date): Date {
	return new Date(last.getTime() + ROUND_EVERY_MS);
}

/** What stands in /status: what, and of which. */
export const codeOf = ({ what, of }: Late): string => (what === of ? what : `${what}:${of}`);

function daysLate(what: 'keys' | 'dark', days: readonly string[]): Late[] {
	return days.length > 0 ? [{ what, of: days[0] ?? '', count: days.length }] : [];
}

const isLong = (since: Date | null, at: Date): boolean => since !== null && at.getTime() - since.getTime() > GRACE_MS;
