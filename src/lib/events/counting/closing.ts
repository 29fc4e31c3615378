import type { Cause, OccurrenceState } from '../event.ts';
import type { Headcount } from './headcount.ts';

export const MATERIALS_NOTES = ['given', 'later', 'none'] as const;
export type MaterialsNote = (typeof MATERIALS_NOTES)[number];

/** How a date was closed. Closed anew it is a version more; the last one holds. */
export type Closed = {
	readonly occurrenceId: string;
	readonly version: number;
	readonly state: Exclude<OccurrenceState, 'planned'>;
	/** Null where nothing was held. */
	readonly count: Headcount | null;
	readonly topics: readonly string[];
	readonly helpers: number | null;
	/** People who asked for a seat and had none. */
	readonly unmet: number | null;
	readonly materials: MaterialsNote | null;
	/** Why it was closed anew. */
	readonly why: string | null;
	readonly factIds: readonly string[];
	readonly closedBy: string;
	readonly closedAt: Date;
};

/** Why nothing was held, and what came instead: at most one of the two. */
export type Instead = {
	readonly cause: Cause;
	readonly reason: string;
	readonly replacedBy: string | null;
	readonly replacedByLine: string | null;
};
