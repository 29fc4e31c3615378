import { holdsOn, isAbsent, type Volunteer } from '../people/volunteer.ts';
import type { Shift } from './shift.ts';

/** Why somebody may not take a shift, as codes that the page turns into sentences. Empty: she may. */
export type Obstacle =
	| {
			readonly why:
				| 'cancelled'
				| 'over'
				| 'full'
				| 'not-active'
				| 'absent'
				| 'overlap'
				| 'invited'
				| 'pledge'
				| 'newcomer';
	  }
	| { readonly why: 'qualification' | 'language'; readonly what: string };

/** What is known when it is asked. */
export type Standing = {
	readonly at: Date;
	readonly placesLeft: number;
	/** Shifts that are hers already. */
	readonly hers: readonly Pick<Shift, 'startsAt' | 'endsAt'>[];
	readonly isInvited: boolean;
	/** She has done such work before. */
	readonly isExperienced: boolean;
	/** Somebody experienced is on this shift. */
	readonly hasExperienced: boolean;
};

/** Work in which one reads people's words: only with a pledge that holds on that day. */
const WITH_WORDS: readonly string[] = ['chat', 'phone', 'events', 'interpreting'];

/** An expired qualification keeps her from taking new shifts; what is hers already is flagged, never taken away. */
export function obstacles(shift: Shift, one: Volunteer, standing: Standing): Obstacle[] {
	return [
		...ofShift(shift, standing),
		...ofPerson(shift, one, standing),
		...missingLanguages(shift, one),
		...missingQualifications(shift, one),
	];
}

function ofShift(shift: Shift, { at, placesLeft, isInvited }: Standing): Obstacle[] {
	const found: Obstacle[] = [];
	if (shift.state === 'cancelled') found.push({ why: 'cancelled' });
	if (shift.startsAt <= at) found.push({ why: 'over' });
	if (placesLeft <= 0) found.push({ why: 'full' });
	if (shift.signUp === 'invited' && !isInvited) found.push({ why: 'invited' });
	return found;
}

function ofPerson(shift: Shift, one: Volunteer, { hers, isExperienced, hasExperienced }: Standing): Obstacle[] {
	const found: Obstacle[] = [];
	if (one.state !== 'active') found.push({ why: 'not-active' });
	if (isAbsent(one, shift.day)) found.push({ why: 'absent' });
	if (hers.some(({ startsAt, endsAt }) => startsAt < shift.endsAt && shift.startsAt < endsAt))
		found.push({ why: 'overlap' });
	if (WITH_WORDS.includes(shift.work) && (one.pledgeUntil ?? '') < shift.day) found.push({ why: 'pledge' });
	if (!isExperienced && !hasExperienced) found.push({ why: 'newcomer' });
	return found;
}

const missingLanguages = ({ languages }: Shift, one: Volunteer): Obstacle[] =>
	languages.filter((code) => !one.languages.includes(code)).map((what) => ({ why: 'language', what }));

/** Those that do not hold on the day of the shift. */
export function missingQualifications(
	{ qualifications, day }: Pick<Shift, 'qualifications' | 'day'>,
	one: Volunteer,
): Obstacle[] {
	const held = one.qualifications
		.filter((qualification) => holdsOn(qualification, day))
		.map(({ code }) => String(code));
	return qualifications.filter((code) => !held.includes(code)).map((what) => ({ why: 'qualification', what }));
}
