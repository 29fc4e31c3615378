/** The door of volunteers for pure code and the browser. */
/** Hours: what they are spent on, why one was not confirmed, and how a month stands beside what she wished for. */
export { type BandLine, lineOf, type MonthBand } from './hours/band.ts';
export { HOUR_WORKS, type HourWork, isWrittenAnew, REASONS } from './hours/entry.ts';
export { isDay, monthsOf, type Span, yearIn, yearSpan } from './hours/months.ts';
/** Why a suggestion asks just her, in words: of `reason` of an assignment. */
export { reasonsSaid } from './rota/reasons.ts';
/** What somebody chooses when she applies, and in her profile; how an application stands. */
export {
	ANSWERS,
	type HerApplication,
	isOpen as isOpenApplication,
	mayBecome as mayApplicationBecome,
} from './applying/application.ts';
export { LONGEST_TEXT, WISHES } from './applying/schema.ts';
export { withTowns } from './applying/towns.ts';
export { SPOKEN } from './people/schema.ts';
export { QUALIFICATIONS, WORKS } from './people/volunteer.ts';
/** Shifts: who holds a place or might, and the time so many minutes after another. */
export { holdsPlace, isLive } from './shifts/shift.ts';
export { timeAfter } from './needs/times.ts';
