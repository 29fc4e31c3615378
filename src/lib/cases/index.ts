/** The door of the cases for pure code and the browser: coded values and return codes. */
export { AGE_BANDS, type ClosingCodes, GENDERS, OUTCOMES } from './codes.ts';
export { groupedCode, hasRightCheck, readCode } from './returnCode.ts';
export type { DeskState } from './hours.ts';
