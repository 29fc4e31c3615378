import { addDays } from '#lib/platform/clock.ts';
import type { Volunteer } from '../people/volunteer.ts';

/** So many days before a pledge or a qualification ends she hears of it. */
export const AHEAD = [30, 7] as const;
/** `what`: `pledge`, or the code of a qualification. `day`: the last on which it holds. */
export type Ending = { readonly what: string; readonly day: string };
type Held = Pick<Volunteer, 'qualifications' | 'pledgeUntil'>;

/** What ends, and was not renewed: of two of one kind the later one counts. */
export function endingsOf({ qualifications, pledgeUntil }: Held): Ending[] {
	const last = new Map<string, string | null>();
	for (const { code, expiresOn, revokedOn } of qualifications) {
		if (revokedOn === null) last.set(code, later(last.get(code), expiresOn && addDays(expiresOn, -1)));
	}
	const all = [...last, ...(pledgeUntil === null ? [] : [['pledge', pledgeUntil] as const])];
	return all.flatMap(([what, day]) => (day === null ? [] : [{ what, day }]));
}

/** Which word is due on a day: the nearest one, so that whoever was away for a month hears once. */
export function aheadOf({ day }: Ending, today: string): number | null {
	if (day < today) return null;
	return AHEAD.toReversed().find((days) => addDays(day, -days) <= today) ?? null;
}

export const keyOfEnding = ({ what, day }: Ending, days: number): string => `ends/${what}/${day}/${days}`;

export function endingIn(key: string): Ending | null {
	const [, what, day] = /^ends\/([a-z-]+)\/(\d{4}-\d\d-\d\d)\//.exec(key) ?? [];
	return what && day ? { what, day } : null;
}

/** Null: without end. */
function later(one: string | null | undefined, other: string | null): string | null {
	if (one === null || other === null) return null;
	return one !== undefined && one > other ? one : other;
}
