/** What steps give in the end, taken all at once. */
export function finished<T>(steps: Generator<void, T>): T {
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value;
}

/** One made of each, with a pause after so many. */
export function* inSlices<From, To>(
	list: readonly From[],
	size: number,
	make: (one: From, at: number) => To,
): Generator<void, To[]> {
	const made: To[] = [];
	for (const [at, one] of list.entries()) {
		made.push(make(one, at));
		if (at % size === size - 1) yield;
	}
	return made;
}
