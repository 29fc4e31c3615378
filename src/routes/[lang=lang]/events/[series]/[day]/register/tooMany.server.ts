import { type Limit, secondsToWait } from '#lib/platform/http/limits.server.ts';

/** Wide enough for a library full of people behind one address, and not for one who wants all the chairs there are. */
const ASKING: Limit = { tries: 40, perMs: 600_000 };

/** Each seat that is asked for is one try. */
export function isTooMany(source: string, seats: string | undefined): boolean {
	const wanted = /^[2-9]$/.test(seats ?? '') ? Number(seats) : 1;
	const waits = Array.from({ length: wanted }, () => secondsToWait('registration', source, ASKING));
	return waits.some((seconds) => seconds > 0);
}
