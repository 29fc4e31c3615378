import { setTimeout as pause } from 'node:timers/promises';

const LONGEST_MS = 90_000;
const PAUSE_MS = 250;

/**
 * A machine with much else to do may need a moment even when all is well: what is only made ready is tried again,
 * and a kept line may have been closed meanwhile.
 */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
	const end = performance.now() + LONGEST_MS;
	for (;;) {
		try {
			return await work();
		} catch (error) {
			if (performance.now() > end) throw error;
			await pause(PAUSE_MS);
		}
	}
}
