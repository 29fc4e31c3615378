/** The door of privacy for pure code and the browser: what must not be stored, found in a text. */
export { findSecrets, findSplitSecret, mask, MASK, type MaskKind, type MaskSpan } from './mask.ts';
export {
	DAYS_BOARD_KEPT,
	DAYS_CASE_KEPT,
	DAYS_NOTICES_KEPT,
	DAYS_NUMBER_KEPT,
	DAYS_REGISTERED_KEPT,
	DAYS_TALLIES_KEPT,
	DAYS_WORDS_KEPT,
	KEPT,
	type KeptClass,
	type Period,
	RETENTION_JOBS,
} from './retention/kept.ts';
export { codeOf, type Late, nextRun } from './retention/lateness.ts';
