import type { Cause, Mode, OccurrenceState } from '../event.ts';
import type { Texts } from '#lib/platform/i18n/say.ts';

/** A date of the calendar as a report sees it: how it was planned, what became of it. */
export type ReportedDate = {
	readonly id: string;
	readonly planLine: string | null;
	/** As it was planned, whenever it was held. */
	readonly plannedDay: string;
	readonly state: OccurrenceState;
	readonly isOver: boolean;
	readonly plannedMode: Mode;
	readonly mode: Mode;
	readonly isElsewhere: boolean;
	readonly cause: Cause | null;
	readonly reason: Texts | null;
	readonly replacedByLine: string | null;
	/** The date that was held instead. */
	readonly replacedByNames: Texts | null;
	readonly replacedByDay: string | null;
};

/** The dates of one line: all that were planned, and what became of each. Its parts make up the whole. */
export type LineDates = {
	readonly planLine: string | null;
	readonly planned: number;
	readonly held: number;
	readonly cancelled: number;
	readonly replaced: number;
	/** Over, and nobody has said what became of it. */
	readonly notClosed: number;
	readonly toCome: number;
	/** Of those that were held: on line although planned on site, or the other way round; at another place. */
	readonly heldInOtherForm: number;
	readonly heldElsewhere: number;
	/** Cancelled and replaced ones, in order of time, with their reasons. */
	readonly fellOut: readonly ReportedDate[];
};

export function datesByLine(dates: readonly ReportedDate[]): LineDates[] {
	const lines = [...new Set(dates.map(({ planLine }) => planLine))];
	return lines.sort(byName).map((planLine) =>
		lineOf(
			planLine,
			dates.filter((one) => one.planLine === planLine),
		),
	);
}

function lineOf(planLine: string | null, dates: readonly ReportedDate[]): LineDates {
	const inState = (state: OccurrenceState): ReportedDate[] => dates.filter((one) => one.state === state);
	const held = inState('held');
	const planned = inState('planned');
	const fellOut = dates.filter(({ state }) => state === 'cancelled' || state === 'replaced');
	return {
		...{ planLine, planned: dates.length, held: held.length },
		...{ cancelled: inState('cancelled').length, replaced: inState('replaced').length },
		notClosed: planned.filter(({ isOver }) => isOver).length,
		toCome: planned.filter(({ isOver }) => !isOver).length,
		heldInOtherForm: held.filter(({ mode, plannedMode }) => mode !== plannedMode).length,
		heldElsewhere: held.filter(({ mode, plannedMode, isElsewhere }) => mode === plannedMode && isElsewhere).length,
		fellOut: fellOut.toSorted((a, b) => (a.plannedDay < b.plannedDay ? -1 : 1)),
	};
}

const byName = (a: string | null, b: string | null): number => ((a ?? '~') < (b ?? '~') ? -1 : 1);
