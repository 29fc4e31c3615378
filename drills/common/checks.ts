import { setTimeout as pause } from 'node:timers/promises';

/** What a drill looked at, one thing after the other. */
export type Checks = {
	/** Notes whether it holds. */
	holds(what: string, isTrue: boolean): void;
	/** Waits until it holds, for a while. */
	comes(what: string, test: () => Promise<boolean> | boolean, ms?: number): Promise<void>;
	readonly missed: readonly string[];
	readonly count: number;
};

export function makeChecks(): Checks {
	const missed: string[] = [];
	const state = { count: 0 };
	const holds = (what: string, isTrue: boolean): void => {
		state.count += 1;
		if (!isTrue) missed.push(what);
	};
	return {
		holds,
		async comes(what, test, ms = 5_000) {
			const end = performance.now() + ms;
			let isTrue = false;
			while (!isTrue && performance.now() < end) {
				isTrue = await Promise.resolve(test()).catch(() => false);
				if (!isTrue) await pause(50);
			}
			holds(what, isTrue);
		},
		missed,
		get count() {
			return state.count;
		},
	};
}
