import { type Limit, secondsToWait } from '#lib/platform/http/limits.server.ts';
import { logWarning } from '#lib/platform/log.server.ts';

const WRONG_CODES: Limit = { tries: 30, perMs: 3_600_000 };
/** From all places together: whoever has many gets no further than whoever has one. */
const ALL_WRONG_CODES: Limit = { tries: 600, perMs: 60_000 };
/** Else whoever guesses could fill the log. */
const WARNING: Limit = { tries: 1, perMs: 60_000 };
const PAUSE_MS = 2_000;

/**
 * A right code is never kept waiting; wrong ones are, once there were many from one place, or from all together. The same
 * for visitors and at the desk, on the same counters: neither is a better place to guess.
 */
export async function pauseAfterWrongCode(source: string): Promise<void> {
	const waits = [secondsToWait('code', source, WRONG_CODES), secondsToWait('code', 'all', ALL_WRONG_CODES)];
	if (waits.every((seconds) => seconds === 0)) return;
	if (secondsToWait('code-warning', 'all', WARNING) === 0) logWarning('return-codes-are-being-guessed');
	await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
