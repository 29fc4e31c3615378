import { setTimeout as pause } from 'node:timers/promises';

const AGAIN_MS = 150;
const MOST_TRIES = 600;

/** Does it again and again until it is done. */
export async function surely(work: (tries: number) => Promise<boolean>): Promise<void> {
	for (let tries = 0; tries < MOST_TRIES; tries += 1) {
		if (await work(tries).catch(() => false)) return;
		await pause(AGAIN_MS);
	}
	throw new Error('something was never done');
}
