import { weekdayOf } from '#lib/platform/clock.ts';

/** `training`: may look at shifts and take none. `paused`, `left`: takes none; what she has taken is given on. */
export const VOLUNTEER_STATES = ['training', 'active', 'paused', 'left'] as const;
export type VolunteerState = (typeof VOLUNTEER_STATES)[number];

/** What somebody can be qualified for. Of the check for youth work we keep that it was seen, by whom and when. */
export const QUALIFICATIONS = [
	...(['basic', 'safety', 'ethics', 'chat', 'interpreting', 'acting-on-behalf', 'youth-check'] as const),
] as const;
export type QualificationCode = (typeof QUALIFICATIONS)[number];

/** The forms of work that volunteers choose, besides the activities of the calendar. */
export const WORKS = ['chat', 'phone', 'events', 'interpreting', 'translation', 'training', 'travel', 'other'] as const;
export type Work = (typeof WORKS)[number];

/** Weekly, by the wall clock: 1 = Monday … 7 = Sunday. */
export type Free = { readonly weekday: number; readonly from: string; readonly to: string };
export type Absence = { readonly from: string; readonly to: string };

export type Qualification = {
	readonly code: QualificationCode;
	readonly grantedOn: string;
	/** The first day on which it holds no more. */
	readonly expiresOn: string | null;
	readonly revokedOn: string | null;
};

export type Volunteer = {
	readonly id: string;
	readonly organisationId: string;
	readonly state: VolunteerState;
	readonly pausedUntil: string | null;
	readonly languages: readonly string[];
	readonly works: readonly string[];
	/** Those in which a coordinator knows her as experienced; what she has done here counts besides. */
	readonly knownWorks: readonly string[];
	readonly free: readonly Free[];
	readonly absences: readonly Absence[];
	readonly placeIds: readonly string[];
	readonly isRemote: boolean;
	/** Wished minutes a month. */
	readonly leastMinutes: number;
	readonly mostMinutes: number;
	readonly qualifications: readonly Qualification[];
	/** The last day on which her pledge holds; null: none was given. */
	readonly pledgeUntil: string | null;
};

/** The last day of the pledge of whoever is bound by a contract, and needs none. */
export const BY_CONTRACT = '9999-12-31';

/** Whoever still learns, or has left, is let to nobody's words; her pledge alone does not open them. */
export const mayHelp = ({ state }: Pick<Volunteer, 'state'>): boolean => state === 'active' || state === 'paused';

/**
 * As what somebody begins again who had left: as a newcomer, unless her basic training still holds or a contract binds her.
 */
export const stateOnReturn = (
	{ qualifications, pledgeUntil }: Pick<Volunteer, 'qualifications' | 'pledgeUntil'>,
	day: string,
): 'active' | 'training' => {
	const hasLearnt = qualifications.some((one) => one.code === 'basic' && holdsOn(one, day));
	return hasLearnt || pledgeUntil === BY_CONTRACT ? 'active' : 'training';
};

export const holdsOn = ({ grantedOn, expiresOn, revokedOn }: Qualification, day: string): boolean =>
	grantedOn <= day && (expiresOn === null || day < expiresOn) && (revokedOn === null || day < revokedOn);

export const isAbsent = ({ absences }: Pick<Volunteer, 'absences'>, day: string): boolean =>
	absences.some(({ from, to }) => from <= day && day <= to);

/** She chose such a time, from its beginning to its end. */
export function isFreeAt(
	{ free }: Pick<Volunteer, 'free'>,
	{ day, from, to }: { day: string; from: string; to: string },
): boolean {
	const weekday = weekdayOf(day);
	return free.some((one) => one.weekday === weekday && one.from <= from && to <= one.to);
}
