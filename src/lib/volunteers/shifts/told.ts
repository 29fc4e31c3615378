import type { ServicePoint } from '#lib/network/index.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';
import type { AssignmentState, Shift } from './shift.ts';
import type { Obstacle } from './taking.ts';

/** A shift with what it is called and where it is. */
export type NamedShift = Shift & {
	readonly needId: string | null;
	readonly movedAt: Date | null;
	/** Of the event, or of the desk. */
	readonly names: Texts;
	readonly place: ServicePoint | null;
	readonly mode: 'on-site' | 'online' | 'both' | null;
	readonly zone: string;
};

/** `reason`: why a suggestion asks just her, in codes. */
export type Mine = {
	readonly id: string;
	readonly state: AssignmentState;
	readonly mayGiveUp: boolean;
	readonly reason: readonly string[];
};

/** A shift as somebody sees it who may take one. */
export type ShiftTold = NamedShift & {
	readonly left: number;
	/** The chosen names of the others who have it. */
	readonly with: readonly string[];
	readonly mine: Mine | null;
	/** Somebody looks for one to take it over: she herself, or a colleague whose name this is. */
	readonly swap: {
		readonly id: string;
		readonly isMine: boolean;
		/** For a shift of one colleague, which she would take. */
		readonly isExchange: boolean;
		readonly name: string;
		/** Whom the holder asks by name; null: whoever may. */
		readonly to: string | null;
	} | null;
	readonly obstacles: readonly Obstacle[];
	/** Hers, and nobody who knows such work has it. */
	readonly lacksExperience: boolean;
	/** Her work, in her hours, in her languages. */
	readonly suits: boolean;
};

/** Somebody and a shift, as whoever leads sees it. */
export type PersonAtShift = {
	readonly id: string;
	readonly shiftId: string;
	readonly accountId: string;
	readonly name: string;
	readonly state: AssignmentState;
	/** What she proposed to others and nobody has answered. */
	readonly swap: 'swap' | 'exchange' | null;
};

export type ShiftLed = NamedShift & { readonly left: number; readonly people: readonly PersonAtShift[] };

/** An exchange that waits for a yes: hers to give, or a colleague's. */
export type ExchangeTold = {
	readonly id: string;
	/** She proposed it; else she is the one who answers. */
	readonly isMine: boolean;
	/** Of the other one. */
	readonly name: string;
	readonly gives: NamedShift;
	readonly gets: NamedShift;
};

/** A place of a colleague that she could take for hers; nothing keeps either of the two from it. */
export type ExchangeChoice = { readonly id: string; readonly name: string; readonly shift: NamedShift };
