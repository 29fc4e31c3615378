/**
 * `asked`: nobody has looked at it yet. `interview`: a coordinator will call or write. `training`: she learns beside
 * others. `accepted`: she has an account. `declined`: not here, not now. `withdrawn`: she took it back.
 */
export const APPLICATION_STATES = [
	...(['asked', 'interview', 'training', 'accepted', 'declined', 'withdrawn'] as const),
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** What is said with a no; the words are in messages/volunteers. */
export const ANSWERS = ['full', 'language', 'elsewhere', 'not-reached', 'not-now'] as const;
export type Answer = (typeof ANSWERS)[number];

export type Application = {
	readonly id: string;
	readonly clientId: string;
	readonly organisationId: string;
	/** In which she wrote. */
	readonly language: string;
	/** In which she could help. */
	readonly languages: readonly string[];
	readonly works: readonly string[];
	readonly state: ApplicationState;
	readonly answer: Answer | null;
	readonly holder: string | null;
	readonly accountId: string | null;
	readonly sealed: Buffer | null;
	/** The last day on which her words can be read. */
	readonly keptUntil: string;
	readonly madeAt: Date;
};

/** What she told of herself; sealed. */
export type Applicant = {
	readonly name: string;
	readonly reachedBy: 'none' | 'sms' | 'email';
	readonly contact: string;
	readonly text: string;
};

/** What her page shows: how it stands, and what of her words is kept. Of her contact only the end. */
export type HerApplication = Pick<
	Application,
	'organisationId' | 'state' | 'answer' | 'languages' | 'works' | 'keptUntil'
> & {
	readonly code: string;
	readonly name: string;
	readonly contact: string;
	readonly text: string;
};

const NEXT: Readonly<Record<ApplicationState, readonly ApplicationState[]>> = {
	asked: ['interview', 'declined', 'withdrawn'],
	interview: ['training', 'accepted', 'declined', 'withdrawn'],
	training: ['accepted', 'declined', 'withdrawn'],
	accepted: [],
	declined: [],
	withdrawn: [],
};

export const mayBecome = (from: ApplicationState, to: ApplicationState): boolean => NEXT[from].includes(to);

/** Somebody still has to do something. */
export const isOpen = ({ state }: Pick<Application, 'state'>): boolean => NEXT[state].length > 0;
