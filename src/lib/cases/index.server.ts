/** The door of the cases: desks and their hours, cases and their codes, closings. */
export { closeForToday, helpersPresent, hoursOf, makeDesk, openUntil, stateOf, TWELVE_HOURS } from './desk.server.ts';
export { AGE_BANDS, type ClosingCodes, GENDERS, OUTCOMES } from './codes.ts';
export { closeDeskForToday, openDeskUntil } from './hours.server.ts';
export { type DeskState, type WeeklySpell } from './hours.ts';
export { correctClosing, type EndedContact, recordClosing } from './closing.server.ts';
export { groupedCode, hasRightCheck, readCode } from './returnCode.ts';
export { caseOfCode, caseOfSession, giveCode, openCase, startSession } from './visitor.server.ts';
export { type CaseRow, cases, type ClosingRow, closings, type DeskRow, desks } from './store.server.ts';
export { addException, addWeeklyHours, clearExceptions, removeWeeklyHours } from './weekly.server.ts';
