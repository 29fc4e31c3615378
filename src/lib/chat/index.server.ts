/** The door of the chat: conversations, their messages, and how they reach everybody at once. */
export { openPage, openPageForHelper, type PageRef } from './attachments/open.server.ts';
export { removeSentPicture } from './attachments/remove.server.ts';
export { sendPicture } from './attachments/send.server.ts';
export { blockConversation, closeConversation, mendClosing, proposedMinutes } from './close.server.ts';
export { claimConversation, releaseConversation } from './claim.server.ts';
export {
	type Conversation,
	type ConversationKind,
	DAYS_KEPT,
	DAYS_TO_ANSWER,
	goesOnIn,
	LONGEST_TEXT,
	type Message,
} from './conversation.ts';
export { endConversation, eraseEverything, renewCode } from './end.server.ts';
export { expireTalks, forget } from './forget.server.ts';
export { acceptHandover, declineHandover, offerHandover, withdrawHandover } from './holding/handover.server.ts';
export { answerConsent, askedOfVisitor } from './holding/consent.server.ts';
export { colleaguesFor } from './holding/offers.server.ts';
export { type ClerkStep, forClerk, type PresentClerk } from './interpreting/clerk.ts';
export { attendedBy, type Attended, declineClerk, enterAsClerk, leaveAsClerk } from './interpreting/come.server.ts';
export { CLERK_CHANGED, endClerkInTime } from './interpreting/end.server.ts';
export { dismissClerk, inviteClerk } from './interpreting/invite.server.ts';
export { draftRendering } from './interpreting/machine.server.ts';
export {
	clerkBeside,
	interpretingFor,
	interpretingIn,
	isStillThere,
	readAsClerk,
} from './interpreting/seen.server.ts';
export { sendAsClerk } from './interpreting/speak.server.ts';
export { prepareWordDrafts } from './interpreting/translator.server.ts';
export { type KeptDay, keptDaysFor } from './keeping/keptDays.server.ts';
export { draftOf, saveDraft } from './notes/drafts.server.ts';
export { answerDoubt, NOTES_CHANGED, notesFor, notesOf, writeNote } from './notes/notes.server.ts';
export { noteSeen } from './holding/seen.server.ts';
export { giveBack } from './holding/vanished.server.ts';
export { waitingNow } from './holding/waiting.server.ts';
export { announceTyping, follow, startLive } from './live.server.ts';
export { rateConversation } from './ratings/rate.server.ts';
export { openConversation } from './open.server.ts';
export { may } from './policy.ts';
export { deskState } from './room/room.server.ts';
export {
	beginReading,
	conversationsOfCase,
	isElsewhere,
	latestConversation,
	mayFollow,
	placeInQueue,
	readBy,
	readConversation,
	readForHelper,
	readForPaper,
	visitorConversation,
} from './read.server.ts';
export { type DeskView, deskView } from './desk.server.ts';
export { answerAsHelper, noteReadBy, sendAsVisitor } from './speak.server.ts';
export { visitorOf, type VisitorActor } from './visitor.ts';
