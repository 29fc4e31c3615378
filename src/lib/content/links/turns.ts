/**
 * Lets one at a time through to each host, with a pause after each. Whoever waits does not keep others from other hosts.
 */
export function turnsByHost(pauseMs: number): <T>(host: string, work: () => Promise<T>) => Promise<T> {
	const last = new Map<string, Promise<unknown>>();
	return (host, work) => {
		const turn = (last.get(host) ?? Promise.resolve()).then(work);
		const over = turn.then(rest, rest);
		last.set(host, over);
		void over.then(() => last.get(host) === over && last.delete(host));
		return turn;
	};

	function rest(): Promise<void> {
		return new Promise((resolve) => setTimeout(resolve, pauseMs));
	}
}
