/** The door of the cases: cases and their codes, contacts, closings. */

/** A closing is the one door from the private world to the figures. */
export { AGE_BANDS, type ClosingCodes, GENDERS, OUTCOMES } from './codes.ts';
export {
	closingWithin,
	correctClosing,
	type EndedContact,
	latestClosings,
	recordClosing,
} from './closings/closing.server.ts';
export { type Happened, recordContact } from './contacts/record.server.ts';
export { type KnownCodes, unknownCodes } from './contacts/known.ts';
export { roleAt } from './contacts/role.ts';
export { closingCodes } from './schema.ts';
export { recordAtDesk } from './contacts/atDesk.server.ts';
export { noteFollowUp } from './contacts/followUp.server.ts';
export { type LastRecorded, lastRecordedBy } from './contacts/last.server.ts';
export type { ContactRow } from './contacts/store.server.ts';

/** What became of those who waited, as numbers. */
export { countAsBlocked, countWait, type Wait, waitCounts, waitingInCases } from './figures/waits.server.ts';

/** A counselling day, tapped person by person, off line too: exactly once. */
export {
	closeTally,
	deleteOldTallies,
	joinTally,
	openTally,
	talliesFor,
	tallyFor,
} from './tally/tallies.server.ts';
export { takeTaps } from './tally/taps.server.ts';
export { countFromPaper, tapWithoutScript } from './tally/byForm.server.ts';

/** The desk's side of a case: who has it in hand, what is in it, the code for a paper. */
export { makePaperCode, openByCode } from './case/code.server.ts';
export { type CaseSeen, type CaseStep, casesInView, readCase } from './case/read.server.ts';
export { passCase, releaseCase, takeCase } from './case/take.server.ts';
export { answerInCase, noteInCase } from './case/write.server.ts';

/** Partner offices send somebody to a desk, and learn how it stands. A contact in her case answers the referral. */
export { answerReferral } from './referrals/answer.server.ts';
export { referralOf, referralsComing, referralSent, referralsSent } from './referrals/read.server.ts';
export { anotherReferralCode, type Referred, referClient } from './referrals/send.server.ts';
export { noteNotReached } from './referrals/settle.server.ts';

/** How many cases are kept until when: numbers alone. */
export { type CaseDay, countCaseDays } from './case/keptDays.server.ts';

/** What is written in a case, sealed, for six months after its last contact. */
export { addEntry, type NewEntry, readEntries } from './entries/entries.server.ts';
export { forgetCase } from './words.server.ts';

/** Word to wherever she wants to be told that there is an answer. */
export { type Notice, noticeOfAnswer, noticesOf } from './notices/notices.server.ts';
export { type Carriers, sendNotices } from './notices/send.server.ts';

export { giveAddressFor, giveOwnAddress } from './addresses/give.server.ts';

/** Letters by e-mail. */
export { isLinkGood, openByLink } from './mail/link.server.ts';
export { type Mail, openMail } from './mail/mailroom.server.ts';
export { deleteOldMarks, type MailStanding } from './mail/standing.server.ts';

/** Whoever has the code, or the session of a browser, reaches her case and nothing else. */
export { groupedCode, hasRightCheck, readCode } from './returnCode.ts';
export {
	caseOfCode,
	caseOfSession,
	endOtherSessions,
	VISITOR_SESSIONS_CHANGED,
	expireCases,
	giveCode,
	keepCaseUntil,
	makeCase,
	moveCase,
	openCase,
	removeCases,
	startSession,
} from './visitor.server.ts';
export type { ClosingRow } from './closings/store.server.ts';
export type { CaseRow } from './store.server.ts';

/** What a visitor does in her own case, and what she may know of it. */
export { askForText, type HerAddress, readAddresses, takeBackAddress } from './rights/addresses.server.ts';
export { comeByCode } from './rights/comeByCode.server.ts';
export { herCase, visitorCase } from './rights/herCase.server.ts';
export { type Look, readLooks } from './rights/looks.server.ts';
export { caseHasMore, readStory } from './rights/story.server.ts';

/** Somebody asks to be called: asking, taking back, calling. */
export { askForCall } from './callbacks/ask.server.ts';
export { finishCallback, giveCallbackBack, noteTry, takeCallback } from './callbacks/calls.server.ts';
export { callbacksOfCase, cancelCallback } from './callbacks/hers.server.ts';
export { callbacksAtDesk, callSheet } from './callbacks/list.server.ts';
export { windowsOf } from './callbacks/windows.ts';

/** Text messages: what comes in, and word of an answer by them. */
export { smsCarrier } from './sms/carry.server.ts';
export { readSms } from './sms/read.server.ts';
