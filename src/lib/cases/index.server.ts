/** The door of the cases: desks and their hours, cases and their codes, closings. */
export {
	deskById,
	desksOf,
	desksOutside,
	forgetOldPresences,
	helpersPresent,
	hoursOf,
	lastSeen,
	makeDesk,
	namesOfOrganisation,
	notePresence,
	siteDesk,
	stateOf,
	TWELVE_HOURS,
} from './desk.server.ts';
export { closeDeskForToday, openDeskUntil } from './hours.server.ts';
export { addException, addWeeklyHours, clearExceptions, removeWeeklyHours } from './weekly.server.ts';
export type { DeskState, WeeklySpell } from './hours.ts';

/** A closing is the one door from the private world to the figures. */
export { AGE_BANDS, type ClosingCodes, GENDERS, OUTCOMES } from './codes.ts';
export { closingWithin, correctClosing, type EndedContact, latestClosings, recordClosing } from './closing.server.ts';
export { type Happened, recordContact } from './contacts/record.server.ts';
export type { ContactRow } from './contacts/store.server.ts';

/** What is written in a case, sealed, for six months after its last contact. */
export { addEntry, type NewEntry, readEntries } from './entries/entries.server.ts';
export { forgetCase } from './words.server.ts';

/** Whoever has the code, or the session of a browser, reaches her case and nothing else. */
export { groupedCode, hasRightCheck, readCode } from './returnCode.ts';
export {
	caseOfCode,
	caseOfSession,
	endOtherSessions,
	expireCases,
	giveCode,
	keepCaseUntil,
	makeCase,
	moveCase,
	openCase,
	removeCases,
	startSession,
} from './visitor.server.ts';
export type { CaseRow, ClosingRow, DeskRow } from './store.server.ts';
