import { now } from '#lib/platform/clock.ts';
import { Away } from '#lib/platform/away.ts';
import { logError, logWarning } from '#lib/platform/log.server.ts';
import { codeOf, type Late } from './lateness.ts';
import { findLate } from './reconcile.server.ts';

const LOOK_MS = 5 * 60_000;
/** After a start the first rounds get this long. */
const FIRST_LOOK_MS = 20_000;

export type Lookout = {
	/** What the last look found. */
	readonly found: () => readonly Late[];
	readonly lookNow: () => Promise<readonly Late[]>;
	readonly stop: () => Promise<void>;
};

/** Looks every few minutes whether anything is kept longer than it may be; a new finding is logged. */
export function lookForLate(): Lookout {
	const watchedSince = now();
	let found: readonly Late[] = [];
	let turn: Promise<void> = Promise.resolve();
	const lookNow = async (): Promise<readonly Late[]> => {
		const before = found.map(codeOf);
		found = await findLate(watchedSince);
		for (const one of found) if (!before.includes(codeOf(one))) logWarning('kept-too-long', { what: codeOf(one) });
		return found;
	};
	const look = async (): Promise<void> => {
		try {
			await lookNow();
		} catch (error) {
			// What cannot be reached says so itself; what was found stays until it can be counted again.
			if (!(error instanceof Away)) logError('retention', error);
		}
	};
	const begin = (): void => void (turn = turn.then(look));
	const first = setTimeout(begin, FIRST_LOOK_MS);
	const timer = setInterval(begin, LOOK_MS);
	return {
		found: () => found,
		lookNow,
		stop: async () => {
			clearTimeout(first);
			clearInterval(timer);
			await turn;
		},
	};
}
