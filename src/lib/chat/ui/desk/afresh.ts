/**
 * Whoever calls gets what was taken after the call: what is on its way may be older, so one more round follows it.
 * However often others call meanwhile, nobody waits for more than these two rounds: on a busy day the lists change
 * faster than they are read.
 */
export function afresh(take: () => Promise<void>): () => Promise<void> {
	let current: Promise<void> | undefined;
	let following: Promise<void> | undefined;

	async function round(): Promise<void> {
		following = undefined;
		const own = take();
		current = own;
		await own.finally(() => {
			if (current === own && !following) current = undefined;
		});
	}

	return () => {
		if (!current) return round();
		following ??= current.then(round, round);
		return following;
	};
}
