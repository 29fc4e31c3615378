/** The door of the cases for pure code and the browser: coded values and return codes. */
export {
	AGE_BANDS,
	CHANNELS,
	type Channel,
	type ClosingCodes,
	FOLLOW_UPS,
	GENDERS,
	HAND_CHANNELS,
	NEEDS,
	OUTCOMES,
	REFERRALS,
} from './codes.ts';
export { type Entry, type EntryKind, isHers } from './entries/entry.ts';
export {
	ANSWERED,
	type Became,
	WAIT_CHANNELS,
	WAIT_MINUTES,
	type WaitChannel,
	type WaitCount,
} from './figures/wait.ts';
export { DAYS_AHEAD, DAYS_TAKEN, type Tally, TAP_LANGUAGES } from './tally/tally.ts';
export { groupedCode, hasRightCheck, readCode } from './returnCode.ts';
export type { HerContact, Step } from './rights/story.ts';
export { type VisitorActor, visitorOf } from './rights/visitor.ts';
export { type HerCallback, MOST_TRIES, type ShownTime, TRIES } from './callbacks/callback.ts';
export { ANY_TIME, type CallWindow } from './callbacks/windows.ts';
