/** The door of events for pure code and the browser. */
export { AUDIENCES, CAUSES, MODES, type Activity, type Occurrence, type Planned, type Series } from './event.ts';
export { BANDS, UNKNOWN } from './counting/bands.ts';
export { MATERIALS_NOTES } from './counting/closing.ts';
export type { LineDates } from './counting/dates.ts';
export { GENDERS, HEAD_CODES, HEAD_LANGUAGES, METHODS } from './counting/headcount.ts';
export { HEAD_BUTTONS, type HeadCodes, type HeadTap } from './counting/heads.ts';
export {
	clockSaid,
	dayOfYearSaid,
	fullDaySaid,
	hoursSaid,
	shortDaySaid,
	type Timed,
	wordingOf,
} from './series/wording.ts';
export type { Day } from './public/coming.ts';
export type { DatePage } from './public/date.ts';
export type { DateTold } from './public/told.ts';
export { entranceSaid, newsOf, unbroken, whenOf, whereOf } from './public/said.ts';
export type { Person } from './people/person.ts';
export type { ToldRow } from './people/person.ts';
export type { SeatsNow } from './people/seating.ts';
export { ALONG, askedAbout, needsCause } from './planning/changes.ts';
export { sheetFor, sheetLike, sheetOf } from './planning/fill.ts';
export { sheetOfDate } from './planning/oneDate.ts';
export { HELP_LANGUAGES, TEXT_LANGUAGES } from './planning/sheet.ts';
export { EVERY, RULE_KINDS, spanField, WEEKDAYS } from './planning/sheetCourse.ts';
export { restOf } from './planning/split.ts';
export { type Faults, isCalendarDay, type Sheet } from './planning/typed.ts';
export { NTHS } from './series/rule.ts';
export type { HerRegistration } from './registration/hers.ts';
export { NEEDS, REACHED_BY } from './registration/registration.ts';
export { PAGE_KINDS } from './materials/material.ts';
export { sizeSaid } from './materials/size.ts';
