import type { Quantity, Unit } from './quantity.ts';

/** The codes of a fact. A closing picks from these; a report groups by them. */
export const BASES = ['counted', 'sample', 'estimate'] as const;
export const CHANNELS = ['chat', 'phone', 'email', 'sms', 'visit', 'video', 'event'] as const;
export const FORMS = ['remote', 'local', 'training'] as const;

export type Basis = (typeof BASES)[number];
export type Channel = (typeof CHANNELS)[number];
export type Form = (typeof FORMS)[number];

/** Something that was done, without anybody's name. The finest time is the day. */
export type NewFact = {
	readonly occurredOn: string;
	readonly organisationId: string;
	readonly projectId?: string | null;
	readonly planLine?: string | null;
	readonly unit: Unit;
	/** Whole; of hours, quarters too. */
	readonly quantity: number;
	readonly basis: Basis;
	/** How people were met. Null of hours alone, in which nobody was. */
	readonly channel: Channel | null;
	readonly form: Form | null;
	/** What hours were spent on; of nothing else. */
	readonly work?: string | null;
	readonly topic?: string | null;
	readonly serviceId?: string | null;
	readonly language?: string | null;
	readonly outcome?: string | null;
	readonly minutes?: number | null;
	readonly ageBand?: string | null;
	readonly gender?: string | null;
	readonly helperRole?: string | null;
	/** The service point where it was. */
	readonly placeId?: string | null;
	/** The step of a guide at which she was stuck: `guide#step`. */
	readonly stuckAt?: string | null;
	readonly need?: string | null;
	readonly referredTo?: string | null;
	/** The organisation that sent her. */
	readonly referredBy?: string | null;
	/** Nothing on the site says how to do it. */
	readonly guideMissing?: boolean;
	/** What became of her where she was sent. */
	readonly followedUp?: string | null;
	/** What the quantity is made of, one dimension at a time. All but the topics make up the whole. */
	readonly parts?: readonly Part[];
};

/** Dimensions of a headcount. Never crossed: an age says nothing of a language. */
export const PART_DIMENSIONS = ['age', 'language', 'gender', 'first-time', 'presence', 'topic'] as const;
export type PartDimension = (typeof PART_DIMENSIONS)[number];

export type Part = { readonly dimension: PartDimension; readonly code: string; readonly quantity: number };

/** A fact as it is listed for those who trace a figure. `reversedBy` and `reverses` are ids of facts. */
export type ListedFact = {
	readonly id: string;
	readonly occurredOn: string;
	readonly recordedOn: string;
	readonly planLine: string | null;
	readonly unit: Unit;
	readonly quantity: number;
	readonly basis: Basis;
	readonly channel: Channel | null;
	readonly work: string | null;
	readonly topic: string | null;
	readonly serviceId: string | null;
	readonly outcome: string | null;
	readonly minutes: number | null;
	readonly ageBand: string | null;
	readonly gender: string | null;
	readonly stuckAt: string | null;
	readonly referredTo: string | null;
	readonly guideMissing: boolean;
	readonly reverses: string | null;
	readonly reversedBy: string | null;
};

/** `guideMissing` is `true` or `false`, as a word. */
export const DIMENSIONS = [
	...(['channel', 'topic', 'planLine', 'month', 'quarter'] as const),
	...(['language', 'outcome', 'serviceId', 'stuckAt', 'guideMissing'] as const),
	...(['projectId', 'work', 'helperRole'] as const),
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Which facts. `recordedBy` leaves out what was recorded after that day, so a published figure stays as it was. */
export type FactFilter = {
	readonly organisationId?: string;
	readonly projectId?: string;
	readonly unit?: Unit;
	readonly from?: string;
	readonly to?: string;
	readonly recordedBy?: string;
	/** Only facts with these codes; null: only facts without one. */
	readonly where?: Readonly<Partial<Record<Dimension, string | null>>>;
};

/** One group: so many of one unit. Each unit has groups of its own. */
export type Count<U extends Unit = Unit> = Quantity<U> & {
	readonly key: Readonly<Partial<Record<Dimension, string | null>>>;
	readonly minutes: number;
};

/** One part of a group, over all facts that told it. */
export type PartCount<U extends Unit = Unit> = Count<U> & { readonly dimension: PartDimension; readonly code: string };
