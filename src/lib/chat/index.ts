/** The door of the chat for pure code and the browser. */
export { type ConversationKind, LONGEST_TEXT, type Message } from './conversation.ts';
