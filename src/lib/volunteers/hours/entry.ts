import type { Channel, Form } from '#lib/ledger/index.ts';
import { WORKS } from '../people/volunteer.ts';

/** What hours are spent on: what volunteers choose, and the board, which a fund counts by rules of its own. */
export const HOUR_WORKS = [...WORKS.filter((work) => work !== 'other'), 'board', 'other'] as const;
export type HourWork = (typeof HOUR_WORKS)[number];

/** `reported`: a colleague looks at it. `withdrawn`: by herself before that, or because she did not come to the shift. */
export type EntryState = 'reported' | 'confirmed' | 'rejected' | 'withdrawn';

/** Why a colleague did not confirm it; a sentence each, in her language. `length`: it was longer or shorter. */
export const REASONS = ['length', 'day', 'twice', 'not-ours', 'talk'] as const;
export type Reason = (typeof REASONS)[number];

export type HourEntry = {
	readonly id: string;
	readonly accountId: string;
	readonly organisationId: string;
	readonly day: string;
	readonly work: HourWork;
	/** Of the shift from which it came by itself. */
	readonly assignmentId: string | null;
	readonly quarters: number;
	readonly state: EntryState;
	readonly reason: Reason | null;
	/** How long it was, as whoever looked at it remembers. */
	readonly proposedQuarters: number | null;
	/** The line of a plan on which it counts. */
	readonly projectId: string | null;
	readonly planLine: string | null;
	readonly factId: string | null;
	/** Of an entry written down through her personal link, who made that link for her: somebody else confirms it. */
	readonly linkMadeBy: string | null;
};

const NEXT: Readonly<Record<EntryState, readonly EntryState[]>> = {
	reported: ['confirmed', 'rejected', 'withdrawn'],
	confirmed: ['rejected', 'withdrawn'],
	rejected: [],
	// She came after all: whoever said that she had not takes it back.
	withdrawn: ['reported'],
};

export const mayBecome = (from: EntryState, to: EntryState): boolean => NEXT[from].includes(to);

/** Of the same day and work there is another one of hers that stands: what was not confirmed was written down anew. */
export function isWrittenAnew(one: Pick<HourEntry, 'id' | 'day' | 'work'>, hers: readonly HourEntry[]): boolean {
	const stands = hers.filter(({ state }) => state === 'reported' || state === 'confirmed');
	return stands.some(({ id, day, work }) => id !== one.id && day === one.day && work === one.work);
}

export const QUARTERS_A_DAY = 96;

/** Whole quarters of an hour; what was begun counts. */
export const quartersOf = (minutes: number): number => Math.max(1, Math.ceil(minutes / 15));

export const quartersIn = (entries: readonly Pick<HourEntry, 'quarters'>[]): number =>
	entries.reduce((sum, { quarters }) => sum + quarters, 0);

/** A shift is of a form that volunteers choose, or of a kind of event; all those are events. */
export const workOf = (work: string): HourWork => HOUR_WORKS.find((known) => known === work) ?? 'events';

/** How people were met, where the work says it; nobody was in a translation or on the way. */
export const metBy = (work: HourWork): { channel: Channel | null; form: Form | null } =>
	MET[work] ?? { channel: null, form: null };

const MET: Partial<Record<HourWork, { channel: Channel; form: Form }>> = {
	chat: { channel: 'chat', form: 'remote' },
	phone: { channel: 'phone', form: 'remote' },
	events: { channel: 'event', form: 'local' },
};
