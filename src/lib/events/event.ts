import type { Form } from '#lib/ledger/index.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';
import type { Course } from './series/rule.ts';

/** What an event can be: data, with what the form of a new series begins with. */
export type Activity = {
	readonly id: string;
	readonly names: Texts;
	/** Under which it is counted. */
	readonly form: Form;
	readonly minutes: number;
	readonly takesRegistration: boolean;
	readonly walkInPercent: number;
	readonly slotMinutes: number | null;
};

/** How people take part. */
export const MODES = ['on-site', 'online', 'both'] as const;
export type Mode = (typeof MODES)[number];

export const AUDIENCES = ['open', 'seniors', 'youth', 'associations', 'volunteers'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** `draft`: nobody outside sees it. `ended`: no date comes any more; what was, stays. */
export const SERIES_STATES = ['draft', 'public', 'ended'] as const;
export type SeriesState = (typeof SERIES_STATES)[number];

export const OCCURRENCE_STATES = ['planned', 'held', 'cancelled', 'replaced'] as const;
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number];

/** Why a date was not held as it was planned, or is held in another form. */
export const CAUSES = ['venue-refused', 'epidemic', 'partner-moved', 'staff', 'demand', 'weather', 'other'] as const;
export type Cause = (typeof CAUSES)[number];

/** Days that are nothing but a place in the wall calendar are `YYYY-MM-DD`, times of the wall clock `HH:MM`. */
export type Series = Course & {
	readonly id: string;
	readonly organisationId: string;
	readonly activityId: string;
	readonly partnerIds: readonly string[];
	readonly names: Texts;
	readonly summary: Texts;
	readonly languages: readonly string[];
	readonly audience: Audience;
	readonly mode: Mode;
	readonly placeId: string | null;
	readonly link: string | null;
	readonly starts: string;
	readonly minutes: number;
	readonly zone: string;
	readonly takesRegistration: boolean;
	readonly capacity: number | null;
	readonly walkIn: number;
	readonly slotMinutes: number | null;
	readonly projectId: string | null;
	readonly planLine: string | null;
	readonly state: SeriesState;
	readonly previousId: string | null;
	readonly revision: number;
	readonly changedAt: Date;
};

/** As it was planned, whatever became of it. */
export type Planned = {
	readonly day: string;
	readonly starts: string;
	readonly minutes: number;
	readonly mode: Mode;
	readonly placeId: string | null;
};

export type Occurrence = Planned & {
	readonly id: string;
	readonly seriesId: string;
	/** By which the world knows it; never changes. */
	readonly originalDay: string;
	readonly startsAt: Date;
	readonly endsAt: Date;
	readonly link: string | null;
	readonly capacity: number | null;
	readonly walkIn: number;
	readonly slotMinutes: number | null;
	/** Only where they differ from the series. */
	readonly names: Texts | null;
	/** What is different this time. */
	readonly notice: Texts | null;
	readonly planned: Planned;
	readonly state: OccurrenceState;
	readonly cause: Cause | null;
	readonly reason: Texts | null;
	readonly replacedBy: string | null;
	readonly replacedByLine: string | null;
	/** Changed on its own: the series writes it no more. */
	readonly detached: boolean;
	/** Nobody who asks now gets a seat. */
	readonly isFull: boolean;
	readonly sequence: number;
	readonly changedAt: Date;
};
