import type { Occurrence } from '../event.ts';

/** From when on those who take part online are let to the link. */
const DOOR_OPENS_MS = 15 * 60_000;

type Timed = Pick<Occurrence, 'startsAt' | 'endsAt'>;

/** `near`: the door is open, nothing has begun. */
export type Stage = 'coming' | 'near' | 'running' | 'over';

export function stageOf({ startsAt, endsAt }: Timed, at: Date): Stage {
	if (at >= endsAt) return 'over';
	if (at >= startsAt) return 'running';
	return at.getTime() >= startsAt.getTime() - DOOR_OPENS_MS ? 'near' : 'coming';
}

/** The moments at which a page that tells of the date is different from then on. */
export function turnsOf({ startsAt, endsAt }: Timed): number[] {
	return [startsAt.getTime() - DOOR_OPENS_MS, startsAt.getTime(), endsAt.getTime()];
}

/** How many of the moments are past, and between which two of them it is now. */
export function turnAt(turns: readonly number[], at: number): { past: number; since: number; until: number } {
	const past = turns.filter((turn) => turn <= at);
	const coming = turns.filter((turn) => turn > at);
	const since = past.reduce((latest, turn) => Math.max(latest, turn), Number.NEGATIVE_INFINITY);
	const until = coming.reduce((first, turn) => Math.min(first, turn), Number.POSITIVE_INFINITY);
	return { past: past.length, since, until };
}
