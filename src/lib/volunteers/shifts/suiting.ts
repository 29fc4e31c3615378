import { wallTimeOf } from '#lib/platform/clock.ts';
import { isFreeAt, type Volunteer } from '../people/volunteer.ts';
import type { Shift } from './shift.ts';

type When = Pick<Shift, 'work' | 'day' | 'startsAt' | 'endsAt'>;

/** It is her work, in her hours; whoever named no hours is asked, too. */
export const suitsHer = (shift: When, one: Pick<Volunteer, 'works' | 'free'>): boolean =>
	one.works.includes(shift.work) && (one.free.length === 0 || isFreeAt(one, timesOf(shift)));

const timesOf = ({ day, startsAt, endsAt }: When) => ({ day, from: wallTimeOf(startsAt), to: wallTimeOf(endsAt) });
