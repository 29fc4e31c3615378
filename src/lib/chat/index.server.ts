/** The door of the chat: conversations, their messages, and how they reach everybody at once. */
export { blockConversation, closeConversation, mendClosing, proposedMinutes } from './close.server.ts';
export { claimConversation, releaseConversation } from './claim.server.ts';
export {
	type Conversation,
	type ConversationKind,
	DAYS_KEPT,
	DAYS_TO_ANSWER,
	LONGEST_TEXT,
	type Message,
} from './conversation.ts';
export { endConversation, eraseConversation, renewCode, VISITOR_SESSIONS_CHANGED } from './end.server.ts';
export { expire, forget } from './forget.server.ts';
export { acceptHandover, declineHandover, offerHandover, withdrawHandover } from './holding/handover.server.ts';
export { colleaguesFor } from './holding/offers.server.ts';
export { draftOf, saveDraft } from './notes/drafts.server.ts';
export { answerDoubt, NOTES_CHANGED, notesFor, notesOf, writeNote } from './notes/notes.server.ts';
export { noteSeen } from './holding/seen.server.ts';
export { giveBack } from './holding/vanished.server.ts';
export { announceTyping, follow, startLive } from './live.server.ts';
export { rateConversation } from './ratings/rate.server.ts';
export { openConversation } from './open.server.ts';
export { may } from './policy.ts';
export {
	beginReading,
	mayFollow,
	placeInQueue,
	readBy,
	readConversation,
	readForHelper,
	visitorConversation,
} from './read.server.ts';
export { type DeskView, deskView } from './desk.server.ts';
export { answerAsHelper, noteReadBy, sendAsVisitor } from './speak.server.ts';
export { visitorOf, type VisitorActor } from './visitor.ts';
