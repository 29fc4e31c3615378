/** The door of the cases for pure code and the browser: coded values and return codes. */
export { AGE_BANDS, CHANNELS, type Channel, type ClosingCodes, GENDERS, NEEDS, OUTCOMES, REFERRALS } from './codes.ts';
export { type Entry, type EntryKind, isHers } from './entries/entry.ts';
export { groupedCode, hasRightCheck, readCode } from './returnCode.ts';
export type { DeskState } from './hours.ts';
