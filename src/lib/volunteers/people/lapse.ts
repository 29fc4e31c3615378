import { addDays } from '#lib/platform/clock.ts';
import { endingsOf } from '../notices/ending.ts';
import type { Volunteer } from './volunteer.ts';

/** So far ahead a coordinator looks. */
const AHEAD_DAYS = 60;
/** What was over long ago is no news. */
const BEHIND_DAYS = 365;

/** `what`: `pledge`, or the code of a qualification; `day`: the last on which it holds, or held. */
export type Lapse = { readonly what: string; readonly day: string; readonly isOver: boolean };

/** What of her pledge and qualifications has ended or ends soon, the earliest first. */
export function lapsesOf(one: Pick<Volunteer, 'qualifications' | 'pledgeUntil'>, today: string): Lapse[] {
	const [from, to] = [addDays(today, -BEHIND_DAYS), addDays(today, AHEAD_DAYS)];
	return endingsOf(one)
		.filter(({ day }) => from <= day && day <= to)
		.map(({ what, day }) => ({ what, day, isOver: day < today }))
		.sort((a, b) => a.day.localeCompare(b.day));
}
