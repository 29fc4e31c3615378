import type { Answer, Line, Trouble } from './queue.ts';

const LONGEST_MS = 20_000;
const TROUBLES: Readonly<Record<number, Trouble>> = { 401: 'signed-out', 403: 'forbidden', 404: 'missing' };

/** Over the network. A page of a hotel that answers for everybody is as good as no network. */
export const siteLine =
	<Codes, Count>(folder: string): Line<Codes, Count> =>
	async (tally, taps) => {
		try {
			const answer = await fetch(`${folder}${tally}/taps`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ taps }),
				signal: AbortSignal.timeout(LONGEST_MS),
			});
			if (answer.status !== 200 || answer.redirected) return TROUBLES[answer.status] ?? 'away';
			const body: unknown = await answer.json();
			return isAnswer<Count>(body) ? body : 'away';
		} catch {
			return 'away';
		}
	};

/** Our own site's answer to our own page: whoever else answers has none of these. */
function isAnswer<Count>(body: unknown): body is Answer<Count> {
	return typeof body === 'object' && body !== null && 'taken' in body && Array.isArray(body.taken) && 'counts' in body;
}

/** Tells the taps of this browser from all others. */
export function makeId(): string {
	return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
