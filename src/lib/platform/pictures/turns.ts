/** Work that takes much, one piece after the other; beyond a few that wait nobody does. */
export type Turns = {
	/** Null when too many wait already. */
	take<T>(work: () => Promise<T>): Promise<T> | null;
};

export function makeTurns(mostWaiting: number): Turns {
	let waiting = 0;
	let last: Promise<unknown> = Promise.resolve();
	return {
		take(work) {
			if (waiting >= mostWaiting) return null;
			waiting += 1;
			const done = last.then(work).finally(() => {
				waiting -= 1;
			});
			last = done.catch(() => undefined);
			return done;
		},
	};
}
