/**
 * One question for many: whoever asks while one is under way is part of the next. Each is answered by a question that
 * began after she asked, as if it had been hers alone.
 */
export function gathered<Value>(
	ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (key: string) => Promise<Value | null> {
	let next: { readonly keys: Set<string>; readonly answer: Promise<ReadonlyMap<string, Value>> } | null = null;
	let last: Promise<unknown> = Promise.resolve();

	const begin = () => {
		const keys = new Set<string>();
		const answer = last.then(() => {
			next = null;
			return ask([...keys]);
		});
		last = answer.catch(() => undefined);
		return { keys, answer };
	};
	return async (key) => {
		next ??= begin();
		next.keys.add(key);
		return (await next.answer).get(key) ?? null;
	};
}
