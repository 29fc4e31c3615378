export const SIGN_UPS = ['open', 'approval', 'invited'] as const;
export type SignUp = (typeof SIGN_UPS)[number];

export type Shift = {
	readonly id: string;
	readonly organisationId: string;
	readonly occurrenceId: string | null;
	readonly deskId: string | null;
	readonly placeId: string | null;
	readonly work: string;
	readonly day: string;
	readonly startsAt: Date;
	readonly endsAt: Date;
	readonly places: number;
	/** All of them are needed. */
	readonly languages: readonly string[];
	readonly qualifications: readonly string[];
	readonly signUp: SignUp;
	readonly state: 'planned' | 'cancelled';
};

/**
 * `offered`: somebody proposes it to her. `asked`: she would like it, somebody has to approve. `taken`: hers. Then
 * `done` or `no-show`. `declined`: she or the coordinator said no. `withdrawn`: given up, given on, or the shift is off.
 */
export const ASSIGNMENT_STATES = ['offered', 'asked', 'taken', 'done', 'no-show', 'declined', 'withdrawn'] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

export type Assignment = {
	readonly id: string;
	readonly shiftId: string;
	readonly accountId: string;
	readonly state: AssignmentState;
	readonly byWay: 'self' | 'coordinator' | 'suggestion' | 'swap';
	readonly offeredUntil: Date | null;
	/** Of a suggestion, in codes. */
	readonly reason?: readonly string[] | null;
	readonly madeAt: Date;
	readonly changedAt: Date;
};

export type NewAssignment = Omit<Assignment, 'madeAt' | 'changedAt'>;

/** A shift with how it came about. */
export type Kept = Shift & {
	readonly needId: string | null;
	/** Changed or cancelled by somebody: neither its need nor a date that is held after all writes it again. */
	readonly isByHand: boolean;
	/** Of its date, as its people know it. */
	readonly knownPlaceId: string | null;
	/** Since then it is not what they took: whoever took it before may give it up. */
	readonly movedAt: Date | null;
};

/**
 * The holder looks for somebody to take it over: one she names, or whoever may. In an exchange she names a place of that
 * one, too, which she would take for it.
 */
export type Swap = {
	readonly id: string;
	readonly assignmentId: string;
	readonly toAccount: string | null;
	readonly state: 'open' | 'accepted' | 'declined' | 'withdrawn' | 'expired';
	readonly shiftId: string;
	readonly holderId: string;
	readonly otherId: string | null;
	readonly otherShiftId: string | null;
};

const NEXT: Readonly<Record<AssignmentState, readonly AssignmentState[]>> = {
	offered: ['taken', 'declined', 'withdrawn'],
	asked: ['taken', 'declined', 'withdrawn'],
	taken: ['done', 'no-show', 'withdrawn'],
	done: ['no-show'],
	'no-show': ['done'],
	declined: [],
	withdrawn: [],
};

export const mayBecome = (from: AssignmentState, to: AssignmentState): boolean => NEXT[from].includes(to);

/** Nothing has come of it yet, or it is hers: of one person there is one of these for a shift. */
export const isLive = ({ state }: Pick<Assignment, 'state'>): boolean =>
	state === 'offered' || state === 'asked' || holdsPlace({ state });

/** Takes one of the places. An offer and a wish hold none: whoever comes first has it. */
export const holdsPlace = ({ state }: Pick<Assignment, 'state'>): boolean => state === 'taken' || state === 'done';

export const placesLeft = ({ places }: Pick<Shift, 'places'>, all: readonly Pick<Assignment, 'state'>[]): number =>
	places - all.filter(holdsPlace).length;

export const minutesOf = ({ startsAt, endsAt }: Pick<Shift, 'startsAt' | 'endsAt'>): number =>
	Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
